package org.quantplatform.api.backtests;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every statistic of a run by its snake_case name; NaN where it has no meaning.
 *
 * @param drawdowns the deepest ones, deepest first
 * @param yearlyReturns by calendar year
 */
public record BacktestMetrics(
        String backtestId, Map<String, Double> metrics, List<Drawdown> drawdowns, Map<String, Double> yearlyReturns) {

    /**
     * A fall from a peak.
     *
     * @param depth negative fraction
     * @param recovery null while under water
     * @param days calendar days from peak to recovery or end
     */
    public record Drawdown(LocalDate peak, LocalDate trough, @Nullable LocalDate recovery, double depth, int days) {}
}
