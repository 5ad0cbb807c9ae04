package org.quantplatform.engine.kernel;

/**
 * Statistics over those of the last {@code window} values of a series that are known, in constant time per step unless
 * said otherwise. They are pandas' {@code rolling(window, min_periods=1)}; {@link Rolling} is for full windows only.
 *
 * <p>Values are finite or NaN, which is unknown. {@code out} has the length of {@code in} and is another array. A place
 * gets NaN when its window knows nothing, or too little for the statistic. What comes before the first known value does
 * not exist. Sums do not drift, and cutting the series off after a place leaves it the same to the last bit, as with
 * {@link Rolling}.
 */
public final class Gapped {

    private Gapped() {}

    /** Index of the first value that is not NaN; the length when there is none. */
    public static int firstKnown(double[] in) {
        int t = 0;
        while (t < in.length && in[t] != in[t]) {
            t++;
        }
        return t;
    }

    public static void count(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        int count = 0;
        for (int t = 0; t < in.length; t++) {
            count += in[t] == in[t] ? 1 : 0;
            count -= t >= window && in[t - window] == in[t - window] ? 1 : 0;
            out[t] = count;
        }
    }

    public static void sum(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        GappedBlocks.sums(in, window, out, false);
    }

    public static void mean(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        GappedBlocks.sums(in, window, out, true);
    }

    /** Of the sample (ddof 1), from two values on; exactly 0 for equal values. */
    public static void variance(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        GappedBlocks.variance(in, window, out);
    }

    /** Square root of {@link #variance}. */
    public static void standardDeviation(double[] in, int window, double[] out) {
        variance(in, window, out);
        for (int t = 0; t < out.length; t++) {
            out[t] = Math.sqrt(out[t]);
        }
    }

    public static void min(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        GappedExtremes.values(in, window, out, -1);
    }

    public static void max(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        GappedExtremes.values(in, window, out, 1);
    }

    /** Place of the smallest value in its window, from 1 for the earliest day; of equal ones the earliest. */
    public static void placeOfMin(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        GappedExtremes.places(in, window, out, -1);
    }

    /** Place of the greatest value in its window, from 1 for the earliest day; of equal ones the earliest. */
    public static void placeOfMax(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        GappedExtremes.places(in, window, out, 1);
    }

    /**
     * Rank of the latest value in its window, from 1 for the smallest, divided by the number of values: 1 is the
     * greatest. Equal values share the mean of their ranks. In a search and a short copy per step.
     */
    public static void percentile(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        SortedWindow values = new SortedWindow(window);
        for (int t = 0; t < in.length; t++) {
            values.advance(in, t);
            out[t] = in[t] == in[t] ? values.rank(in[t]) / values.size() : Double.NaN;
        }
    }

    /** The {@code p} quantile, 0 to 1, interpolated linearly (type 7). In a search and a short copy per step. */
    public static void quantile(double[] in, int window, double p, double[] out) {
        Rolling.check(in, window, out);
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("quantile must be 0 to 1, was " + p);
        }
        SortedWindow values = new SortedWindow(window);
        for (int t = 0; t < in.length; t++) {
            values.advance(in, t);
            out[t] = values.size() > 0 ? values.quantile(p) : Double.NaN;
        }
    }

    /** Mean distance from the window's mean. In {@code window} steps per value. */
    public static void meanAbsoluteDeviation(double[] in, int window, double[] out) {
        mean(in, window, out);
        double[] means = out.clone();
        for (int t = 0; t < in.length; t++) {
            double sum = 0;
            int count = 0;
            for (int i = Math.max(0, t - window + 1); i <= t; i++) {
                if (in[i] == in[i]) {
                    sum += Math.abs(in[i] - means[t]);
                    count++;
                }
            }
            out[t] = sum / count;
        }
    }

    /** Of the sample, with the correction for its size (as pandas), from three values on; NaN for equal values. */
    public static void skewness(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        new PowerSums(in, window, false).run(out);
    }

    /** Excess over the normal distribution's, corrected for the size (as pandas), from four values on; NaN for equal values. */
    public static void kurtosis(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        new PowerSums(in, window, true).run(out);
    }

    /** Slope per day of the least-squares line through the known values over their days, from two values on. */
    public static void slope(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        new TimeSums(in, window, TimeSums.Wanted.SLOPE).run(out);
    }

    /** Share of the variance that the least-squares line explains, 0 to 1; NaN for equal values. */
    public static void rSquare(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        new TimeSums(in, window, TimeSums.Wanted.R_SQUARE).run(out);
    }

    /** How far the latest value lies above the least-squares line; NaN when it is unknown or the only one. */
    public static void residual(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        new TimeSums(in, window, TimeSums.Wanted.RESIDUAL).run(out);
    }

    /** Mean with weights 1, 2, … from the earliest day of the window on; weights of the known values add up to 1. */
    public static void linearMean(double[] in, int window, double[] out) {
        Rolling.check(in, window, out);
        new TimeSums(in, window, TimeSums.Wanted.WEIGHTED_MEAN).run(out);
    }

    /**
     * Exponentially weighted mean of all values so far: {@code i} days ago weighs {@code (1 - 2 / (span + 1))^i}, weights
     * of the known values adding up to 1 (pandas' {@code ewm(span, min_periods=1)}).
     */
    public static void ema(double[] in, double span, double[] out) {
        Rolling.check(in, 1, out);
        if (!(span >= 1)) {
            throw new IllegalArgumentException("span must be at least 1, was " + span);
        }
        double keep = 1 - 2 / (span + 1);
        double sum = 0;
        double weights = 0;
        for (int t = 0; t < in.length; t++) {
            boolean known = in[t] == in[t];
            sum = keep * sum + (known ? in[t] : 0);
            weights = keep * weights + (known ? 1 : 0);
            out[t] = sum / weights;
        }
    }

    /** Mean of the window in which {@code i} days ago weighs {@code keep^i}; weights of the known values add up to 1. */
    public static void decay(double[] in, int window, double keep, double[] out) {
        Rolling.check(in, window, out);
        if (!(keep > 0 && keep <= 1)) {
            throw new IllegalArgumentException("weight of the day before must be above 0 and at most 1, was " + keep);
        }
        GappedBlocks.decay(in, window, keep, out);
    }

    /** Of the sample (ddof 1) where both are known, from two such days on. */
    public static void covariance(double[] a, double[] b, int window, double[] out) {
        pairs(a, b, window, PairSums.Wanted.COVARIANCE, out);
    }

    /** Pearson's, -1 to 1, where both are known; NaN when either does not vary. */
    public static void correlation(double[] a, double[] b, int window, double[] out) {
        pairs(a, b, window, PairSums.Wanted.CORRELATION, out);
    }

    /** Slope of the least-squares line of {@code a} over {@code b}; NaN when {@code b} does not vary. */
    public static void beta(double[] a, double[] b, int window, double[] out) {
        pairs(a, b, window, PairSums.Wanted.SLOPE, out);
    }

    private static void pairs(double[] a, double[] b, int window, PairSums.Wanted wanted, double[] out) {
        Rolling.check(a, window, out);
        Rolling.check(b, window, out);
        new PairSums(a, b, window, wanted).run(out);
    }
}
