/** Implements the ports of core over PostgreSQL; start from {@link SchemaMigration}, which offers the database once its schema is up to date. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.store.internal;
