/** Reads flat Apache Parquet files; start from {@link org.quantplatform.source.csv.internal.parquet.ParquetRecords}. */
@NullMarked
package org.quantplatform.source.csv.internal.parquet;

import org.jspecify.annotations.NullMarked;
