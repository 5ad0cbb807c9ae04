/** A thin layer over JDBC and the COPY protocol; start from {@link Database}. */
@org.jspecify.annotations.NullMarked
package org.quantplatform.store.internal.sql;
