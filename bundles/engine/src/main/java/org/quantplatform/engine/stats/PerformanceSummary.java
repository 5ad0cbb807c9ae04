package org.quantplatform.engine.stats;

import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The usual statistics of one series of daily returns, each defined at its method in {@link Statistics}. Those from
 * alpha on compare with a benchmark and are NaN without one.
 *
 * @param cvarHistorical95 mean of the worst twentieth of the returns, negative for a loss
 * @param stability fit of a straight line to the log of wealth, 0 to 1
 */
public record PerformanceSummary(
        double totalReturn,
        double annualizedReturn,
        double annualizedVolatility,
        double sharpeRatio,
        double sortinoRatio,
        double calmarRatio,
        double maxDrawdown,
        double downsideRisk,
        double varHistorical95,
        double varHistorical99,
        double cvarHistorical95,
        double cvarHistorical99,
        double tailRatio,
        double omega,
        double stability,
        double skew,
        double excessKurtosis,
        double positiveDays,
        double alpha,
        double beta,
        double upCapture,
        double downCapture,
        double trackingError,
        double informationRatio,
        double benchmarkCorrelation,
        double benchmarkReturn) {

    private static final double[] NO_BENCHMARK = {};

    /**
     * @param benchmark of the same days, null for none
     * @param riskFree return per day, taken off for Sharpe, Sortino and alpha
     */
    public static PerformanceSummary of(double[] r, double @Nullable [] benchmark, double riskFree) {
        if (benchmark != null && benchmark.length != r.length) {
            throw new IllegalArgumentException("benchmark has " + benchmark.length + " returns, expected " + r.length);
        }
        boolean has = benchmark != null;
        double[] own = has ? r : NO_BENCHMARK;
        double[] b = has ? benchmark : NO_BENCHMARK;
        return new PerformanceSummary(
                Statistics.totalReturn(r),
                Statistics.annualizedReturn(r),
                Statistics.annualizedVolatility(r),
                Statistics.sharpeRatio(r, riskFree),
                Statistics.sortinoRatio(r, riskFree),
                Statistics.calmarRatio(r),
                Statistics.maxDrawdown(r),
                Statistics.downsideRisk(r, riskFree),
                Statistics.valueAtRisk(r, 0.05),
                Statistics.valueAtRisk(r, 0.01),
                Statistics.conditionalValueAtRisk(r, 0.05),
                Statistics.conditionalValueAtRisk(r, 0.01),
                Statistics.tailRatio(r),
                Statistics.omega(r),
                Statistics.stability(r),
                Statistics.skew(r),
                Statistics.excessKurtosis(r),
                Statistics.positiveShare(r),
                Statistics.alpha(own, b, riskFree),
                Statistics.beta(own, b),
                Statistics.upCapture(own, b),
                Statistics.downCapture(own, b),
                Statistics.trackingError(own, b),
                Statistics.informationRatio(own, b),
                Statistics.correlation(own, b),
                has ? Statistics.totalReturn(b) : Double.NaN);
    }

    /** Every value under its name in snake_case. */
    public SortedMap<String, Double> asMap() {
        SortedMap<String, Double> values = new TreeMap<>();
        for (var component : getClass().getRecordComponents()) {
            try {
                values.put(snakeCase(component.getName()), (Double)
                        component.getAccessor().invoke(this));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + component.getName(), e);
            }
        }
        return values;
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z])([A-Z0-9])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
