/** Gives the platform its one {@code javax.sql.DataSource}, with a PostgreSQL server of its own when no other is configured; start from {@link Database}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.embeddeddb.internal;
