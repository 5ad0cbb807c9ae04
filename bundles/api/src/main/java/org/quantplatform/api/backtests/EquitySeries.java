package org.quantplatform.api.backtests;

import java.time.LocalDate;
import java.util.List;

/**
 * The portfolio's value at each close, in the run's currency; arrays run beside {@code dates}.
 *
 * @param drawdown fraction below the highest equity so far, 0 or negative
 * @param benchmark value of the initial capital held in the benchmark; empty when there is none
 */
public record EquitySeries(
        List<LocalDate> dates, double[] equity, double[] cash, double[] drawdown, double[] benchmark) {}
