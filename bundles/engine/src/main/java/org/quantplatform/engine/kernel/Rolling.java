package org.quantplatform.engine.kernel;

import java.util.Arrays;

/**
 * Statistics over the last {@code window} values of a series, in constant time per step (rank and quantile: in a
 * search and a short copy).
 *
 * <p>{@code out} has the length of {@code in} and is another array. A place gets NaN until the window is full and when
 * the window holds a NaN; what left the window leaves no trace, not even of rounding. Nothing later than a place
 * enters it: cutting the series off after it leaves it the same to the last bit.
 *
 * <p>The sums follow van Herk: each window is the end of one block of {@code window} values and the start of the next.
 * Second moments are taken about the value at the border of the blocks, which lies in the window.
 */
public final class Rolling {

    private Rolling() {}

    public static void sum(double[] in, int window, double[] out) {
        check(in, window, out);
        double[] before = new double[window];
        for (int block = 0; block < in.length; block += window) {
            for (int j = 1; j < window; j++) {
                before[j] = block == 0 ? Double.NaN : before[j - 1] + in[block - j];
            }
            double since = 0;
            int end = Math.min(block + window, in.length);
            for (int t = block; t < end; t++) {
                since += in[t];
                out[t] = before[block + window - 1 - t] + since;
            }
        }
    }

    public static void mean(double[] in, int window, double[] out) {
        sum(in, window, out);
        for (int t = 0; t < out.length; t++) {
            out[t] /= window;
        }
    }

    /** Of the sample (ddof 1); NaN for a window of 1, exactly 0 for equal values. */
    public static void standardDeviation(double[] in, int window, double[] out) {
        check(in, window, out);
        double[] before = new double[window];
        double[] beforeSquares = new double[window];
        Arrays.fill(before, 0, window - 1, Double.NaN);
        for (int block = 0; block < in.length; block += window) {
            if (block > 0) {
                sumBefore(in, block, before, beforeSquares);
            }
            squareDeviations(in, block, before, beforeSquares, out);
        }
        double perFreedom = 1.0 / (window - 1);
        // in a loop of its own, which compiles to vector instructions
        for (int t = 0; t < out.length; t++) {
            out[t] = Math.sqrt(Math.max(out[t], 0) * perFreedom);
        }
    }

    /** At place {@code i} what a window that ends {@code i} places after the border takes from before it. */
    private static void sumBefore(double[] in, int block, double[] before, double[] beforeSquares) {
        double pivot = in[block];
        double sum = 0;
        double squares = 0;
        int last = before.length - 1;
        for (int j = 1; j <= last; j++) {
            double x = in[block - j] - pivot;
            sum += x;
            squares += x * x;
            before[last - j] = sum;
            beforeSquares[last - j] = squares;
        }
    }

    private static void squareDeviations(
            double[] in, int block, double[] before, double[] beforeSquares, double[] out) {
        double pivot = in[block];
        double perValue = 1.0 / before.length;
        double since = 0;
        double sinceSquares = 0;
        int count = Math.min(before.length, in.length - block);
        for (int i = 0; i < count; i++) {
            double x = in[block + i] - pivot;
            since += x;
            sinceSquares += x * x;
            double sum = before[i] + since;
            out[block + i] = beforeSquares[i] + sinceSquares - sum * sum * perValue;
        }
    }

    public static void min(double[] in, int window, double[] out) {
        check(in, window, out);
        double[] before = new double[window];
        before[0] = Double.POSITIVE_INFINITY;
        for (int block = 0; block < in.length; block += window) {
            for (int j = 1; j < window; j++) {
                before[j] = block == 0 ? Double.NaN : Math.min(before[j - 1], in[block - j]);
            }
            double since = Double.POSITIVE_INFINITY;
            int end = Math.min(block + window, in.length);
            for (int t = block; t < end; t++) {
                since = Math.min(since, in[t]);
                out[t] = Math.min(before[block + window - 1 - t], since);
            }
        }
    }

    public static void max(double[] in, int window, double[] out) {
        check(in, window, out);
        double[] before = new double[window];
        before[0] = Double.NEGATIVE_INFINITY;
        for (int block = 0; block < in.length; block += window) {
            for (int j = 1; j < window; j++) {
                before[j] = block == 0 ? Double.NaN : Math.max(before[j - 1], in[block - j]);
            }
            double since = Double.NEGATIVE_INFINITY;
            int end = Math.min(block + window, in.length);
            for (int t = block; t < end; t++) {
                since = Math.max(since, in[t]);
                out[t] = Math.max(before[block + window - 1 - t], since);
            }
        }
    }

    /** Rank of the latest value in its window, 1 for the smallest; equal values share the mean of their ranks. */
    public static void rank(double[] in, int window, double[] out) {
        check(in, window, out);
        SortedWindow values = new SortedWindow(window);
        for (int t = 0; t < in.length; t++) {
            values.advance(in, t);
            out[t] = values.isComplete() ? values.rank(in[t]) : Double.NaN;
        }
    }

    /** The {@code p} quantile, 0 to 1, interpolated linearly between order statistics (type 7). */
    public static void quantile(double[] in, int window, double p, double[] out) {
        check(in, window, out);
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("quantile must be 0 to 1, was " + p);
        }
        SortedWindow values = new SortedWindow(window);
        for (int t = 0; t < in.length; t++) {
            values.advance(in, t);
            out[t] = values.isComplete() ? values.quantile(p) : Double.NaN;
        }
    }

    /** Of the sample (ddof 1); NaN for a window of 1. */
    public static void covariance(double[] a, double[] b, int window, double[] out) {
        pairs(a, b, window, out);
        new PairBlocks(a, b, window).covariance(out);
    }

    /** Pearson's, -1 to 1; NaN when either does not vary within the window. */
    public static void correlation(double[] a, double[] b, int window, double[] out) {
        pairs(a, b, window, out);
        new PairBlocks(a, b, window).correlation(out);
    }

    /** Slope per day of the least-squares line through the window; NaN for a window of 1. */
    public static void slope(double[] in, int window, double[] out) {
        check(in, window, out);
        double[] before = new double[window];
        double[] beforeTimed = new double[window];
        double middle = (window - 1) / 2.0;
        double spread = window * ((double) window * window - 1) / 12;
        for (int block = 0; block < in.length; block += window) {
            double pivot = in[block];
            for (int j = 1; j < window; j++) {
                double x = block == 0 ? Double.NaN : in[block - j] - pivot;
                before[j] = before[j - 1] + x;
                beforeTimed[j] = beforeTimed[j - 1] - j * x;
            }
            double since = 0;
            double sinceTimed = 0;
            int end = Math.min(block + window, in.length);
            for (int t = block; t < end; t++) {
                int time = t - block;
                since += in[t] - pivot;
                sinceTimed += time * (in[t] - pivot);
                int j = window - 1 - time;
                out[t] = (beforeTimed[j] + sinceTimed - (time - middle) * (before[j] + since)) / spread;
            }
        }
    }

    /**
     * Exponentially weighted mean of the window: the value {@code i} days ago weighs {@code (1 - 2 / (span + 1))^i},
     * weights adding up to 1. Unlike the endless recursion it does not depend on where the series starts; a window of
     * four spans leaves out 0.03 % of the endless weights.
     */
    public static void ema(double[] in, double span, int window, double[] out) {
        check(in, window, out);
        if (!(span >= 1)) {
            throw new IllegalArgumentException("span must be at least 1, was " + span);
        }
        double keep = 1 - 2 / (span + 1);
        double[] powers = new double[window + 1];
        powers[0] = 1;
        double total = 0;
        for (int i = 1; i <= window; i++) {
            total += powers[i - 1];
            powers[i] = powers[i - 1] * keep;
        }
        double[] before = new double[window];
        for (int block = 0; block < in.length; block += window) {
            for (int j = 1; j < window; j++) {
                before[j] = block == 0 ? Double.NaN : before[j - 1] + powers[j - 1] * in[block - j];
            }
            double since = 0;
            int end = Math.min(block + window, in.length);
            for (int t = block; t < end; t++) {
                since = in[t] + keep * since;
                int inBlock = t - block + 1;
                out[t] = (since + powers[inBlock] * before[window - inBlock]) / total;
            }
        }
    }

    /** {@link #ema(double[], double, int, double[])} with a span as long as the window. */
    public static void ema(double[] in, int window, double[] out) {
        ema(in, window, window, out);
    }

    private static void pairs(double[] a, double[] b, int window, double[] out) {
        check(a, window, out);
        check(b, window, out);
    }

    static void check(double[] in, int window, double[] out) {
        if (window < 1) {
            throw new IllegalArgumentException("window must be at least 1, was " + window);
        }
        if (in.length != out.length || in == out) {
            throw new IllegalArgumentException("out must be another array of the same length as in");
        }
        if (window > in.length) {
            Arrays.fill(out, Double.NaN);
        }
    }
}
