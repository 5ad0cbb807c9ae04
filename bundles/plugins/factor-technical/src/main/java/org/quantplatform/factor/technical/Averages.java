package org.quantplatform.factor.technical;

import org.quantplatform.engine.kernel.Rolling;

/** Moving averages. What falls on the first bars is told at each; {@link #settled} says from when on it no longer matters. */
final class Averages {

    private static final double REMAINDER = 0.001;

    private Averages() {}

    /** Of the last {@code bars} values; NaN until there are so many. */
    static double[] simple(double[] in, int bars) {
        double[] out = new double[in.length];
        Rolling.mean(in, bars, out);
        return out;
    }

    /** Of the last {@code bars} values; NaN until there are so many. */
    static double[] sums(double[] in, int bars) {
        double[] out = new double[in.length];
        Rolling.sum(in, bars, out);
        return out;
    }

    /** The latest value weighs {@code 2 / (span + 1)}; starts with the first value that is a number. */
    static double[] exponential(double[] in, int span) {
        return smoothed(in, 2.0 / (span + 1));
    }

    /** The latest value weighs {@code 1 / bars}; starts with the first value that is a number. */
    static double[] wilder(double[] in, int bars) {
        return smoothed(in, 1.0 / bars);
    }

    /** Bars after which the start of an exponential average weighs less than a thousandth. */
    static int settled(double span) {
        return span <= 1 ? 1 : 1 + (int) Math.ceil(Math.log(REMAINDER) / Math.log(1 - 2 / (span + 1)));
    }

    /** The same of Wilder's average, which is an exponential one of a longer span. */
    static int wilderSettled(int bars) {
        return settled(2.0 * bars - 1);
    }

    /** Weights fall off from the latest value; those before the first number are passed over. */
    private static double[] smoothed(double[] in, double weight) {
        double[] out = new double[in.length];
        double average = Double.NaN;
        for (int t = 0; t < in.length; t++) {
            average = Double.isNaN(average) ? in[t] : average + weight * (in[t] - average);
            out[t] = average;
        }
        return out;
    }
}
