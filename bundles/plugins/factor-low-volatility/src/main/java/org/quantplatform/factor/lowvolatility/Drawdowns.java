package org.quantplatform.factor.lowvolatility;

import java.util.Arrays;

/** The largest fall within a window, in constant time per step whatever its length. */
final class Drawdowns {

    private Drawdowns() {}

    /**
     * The largest fall from a value to a later one of the last {@code window}, as a fraction of the former; NaN until there
     * are so many, and while one of them is not positive.
     *
     * <p>Each window is the end of one block of {@code window} values and the start of the next; a fall lies in either, or
     * leads from the highest value of the former to the lowest of the latter.
     */
    static void largest(double[] in, int window, double[] out) {
        Arrays.fill(out, Double.NaN);
        double[] highest = new double[window];
        double[] fall = new double[window];
        for (int block = 0; block < in.length; block += window) {
            if (block > 0) {
                endOf(in, block, highest, fall);
            } else {
                Arrays.fill(fall, Double.NaN);
            }
            int end = Math.min(block + window, in.length);
            double high = Double.NEGATIVE_INFINITY;
            double low = Double.POSITIVE_INFINITY;
            double within = 0;
            for (int t = block; t < end; t++) {
                double value = positive(in[t]);
                high = Math.max(high, value);
                low = Math.min(low, value);
                within = Math.max(within, 1 - value / high);
                int before = block + window - 1 - t;
                out[t] = before == 0 ? within : Math.max(Math.max(fall[before], within), 1 - low / highest[before]);
            }
        }
    }

    /** For each number of values before the border of two blocks: the highest, and the largest fall. */
    private static void endOf(double[] in, int border, double[] highest, double[] fall) {
        double low = Double.POSITIVE_INFINITY;
        highest[0] = Double.NEGATIVE_INFINITY;
        fall[0] = 0;
        for (int i = 1; i < highest.length; i++) {
            double value = positive(in[border - i]);
            highest[i] = Math.max(highest[i - 1], value);
            fall[i] = Math.max(fall[i - 1], 1 - Math.min(low, value) / value);
            low = Math.min(low, value);
        }
    }

    private static double positive(double value) {
        return value > 0 ? value : Double.NaN;
    }
}
