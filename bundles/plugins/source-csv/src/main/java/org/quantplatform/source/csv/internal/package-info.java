/** Daily bars out of text files; start from {@link org.quantplatform.source.csv.internal.CsvSource}. */
@NullMarked
package org.quantplatform.source.csv.internal;

import org.jspecify.annotations.NullMarked;
