package org.quantplatform.engine.figures;

import java.util.Arrays;
import org.quantplatform.engine.stats.Statistics;

/** Returns of a portfolio, and of its benchmark if it has one, with what several figures need of them. */
public final class Sample {

    private static final double[] NONE = {};

    private final int[] days;
    private final double[] returns;
    private final double[] benchmark;
    private final Convention convention;
    private final double[] depths;
    private final boolean known;
    private final boolean compared;

    /**
     * @param days increasing epoch days: the one before the first return, then one per return
     * @param benchmark returns of the same periods, or empty
     */
    public Sample(int[] days, double[] returns, double[] benchmark, Convention convention) {
        if (days.length != returns.length + 1 || benchmark.length != 0 && benchmark.length != returns.length) {
            throw new IllegalArgumentException(days.length + " days and " + benchmark.length
                    + " returns of the benchmark for " + returns.length + " returns");
        }
        this.days = days;
        this.returns = returns;
        this.benchmark = benchmark;
        this.convention = convention;
        this.depths = Declines.depths(returns);
        this.known = isKnown(returns);
        this.compared = benchmark.length > 0 && isKnown(benchmark);
    }

    /**
     * @param values of the portfolio on each day
     * @param benchmark values on the same days, or empty
     */
    public static Sample ofValues(int[] days, double[] values, double[] benchmark, Convention convention) {
        return new Sample(days, Statistics.returns(values), Statistics.returns(benchmark), convention);
    }

    /**
     * The equity of a run as values: what was filled on the first day has cost something at its close already, so the first
     * value is the capital. A single day brings no return.
     */
    public static double[] fromCapital(double[] equity, double capital) {
        double[] values = equity.clone();
        if (values.length > 1) {
            values[0] = capital;
        }
        return values;
    }

    /** Returns number {@code from} to before {@code to}. */
    public Sample part(int from, int to) {
        return new Sample(
                Arrays.copyOfRange(days, from, to + 1),
                Arrays.copyOfRange(returns, from, to),
                benchmark.length == 0 ? NONE : Arrays.copyOfRange(benchmark, from, to),
                convention);
    }

    /** Epoch days: the one before the first return, then one per return. */
    public int[] days() {
        return days;
    }

    /** Do not write to them. */
    public double[] returns() {
        return returns;
    }

    /** Number of returns. */
    public int size() {
        return returns.length;
    }

    double[] benchmark() {
        return benchmark;
    }

    /** Fraction of wealth below its high after each return, 0 or negative. */
    double[] depths() {
        return depths;
    }

    double periods() {
        return convention.periods();
    }

    double riskFree() {
        return convention.riskFree();
    }

    /** Whether every return is a number. */
    boolean isKnown() {
        return known;
    }

    /** Whether there is a benchmark of which every return is a number. */
    boolean isCompared() {
        return compared;
    }

    private static boolean isKnown(double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }
}
