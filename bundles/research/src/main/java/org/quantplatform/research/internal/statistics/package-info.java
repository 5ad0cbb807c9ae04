/**
 * What completed backtests tell of themselves; start from {@link
 * org.quantplatform.research.internal.statistics.StatisticsService}.
 */
@NullMarked
package org.quantplatform.research.internal.statistics;

import org.jspecify.annotations.NullMarked;
