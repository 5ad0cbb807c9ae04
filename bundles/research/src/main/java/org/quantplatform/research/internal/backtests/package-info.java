/** The life of a backtest; start from {@link org.quantplatform.research.internal.backtests.BacktestJob}. */
@NullMarked
package org.quantplatform.research.internal.backtests;

import org.jspecify.annotations.NullMarked;
