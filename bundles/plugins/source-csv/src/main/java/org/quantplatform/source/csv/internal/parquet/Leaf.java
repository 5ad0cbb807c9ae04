package org.quantplatform.source.csv.internal.parquet;

/**
 * A column of the file's schema.
 *
 * @param index among all columns that hold values
 */
record Leaf(int index, String name, Kind kind, boolean optional) {}
