package org.quantplatform.engine.kernel;

import java.util.Arrays;

/**
 * Walks over a series by blocks as described at {@link Rolling} and hands out the sums of each window. Differences are
 * taken from a pivot that lies in the window, so that neither the level of the series nor what left the window costs
 * digits.
 */
abstract class WindowSums {

    /** Relative to the level: values that differ by less are equal but for rounding. */
    private static final double ROUNDING = 1e-14;

    private final int window;
    private final int width;
    /** Row {@code j}: sums over the last {@code j} places before the block. */
    private final double[] before;

    private final double[] since;
    private final double[] total;

    /** @param width how many sums there are */
    WindowSums(int window, int width) {
        this.window = window;
        this.width = width;
        this.before = new double[window * width];
        this.since = new double[width];
        this.total = new double[width];
    }

    abstract boolean isPresent(int t);

    abstract void centreOn(int t);

    /** Adds place {@code t}, {@code time} places after the start of the block, to the sums from {@code at} on. */
    abstract void add(int t, int time, double[] sums, int at);

    /** What is asked for, of the window that ends at {@code t}. */
    abstract double result(double[] sums, int t, int time);

    final void run(double[] out) {
        for (int block = 0; block < out.length; block += window) {
            runBlock(block, out);
        }
    }

    /** Sum of squares about the mean, from sums about the pivot; NaN when the values do not vary. */
    static double spread(double n, double sum, double squares, double pivot) {
        double spread = squares - sum * sum / n;
        double noise = ROUNDING * pivot;
        return spread > Math.max(ROUNDING * squares, n * noise * noise) ? spread : Double.NaN;
    }

    private void runBlock(int block, double[] out) {
        Arrays.fill(since, 0);
        boolean centred = isPresent(block);
        lookBack(block, centred ? block : lastBefore(block));
        int end = Math.min(block + window, out.length);
        for (int t = block; t < end; t++) {
            if (isPresent(t)) {
                if (!centred) {
                    // the pivot so far is about to leave the window
                    lookBack(block, t);
                    centred = true;
                }
                add(t, t - block, since, 0);
            }
            int row = (window - 1 - (t - block)) * width;
            for (int i = 0; i < width; i++) {
                total[i] = before[row + i] + since[i];
            }
            out[t] = result(total, t, t - block);
        }
    }

    private int lastBefore(int block) {
        int t = block - 1;
        while (t > block - window && t >= 0 && !isPresent(t)) {
            t--;
        }
        return Math.max(t, 0);
    }

    private void lookBack(int block, int pivot) {
        centreOn(pivot);
        for (int j = 1; j < window; j++) {
            int row = j * width;
            System.arraycopy(before, row - width, before, row, width);
            if (j <= block && isPresent(block - j)) {
                add(block - j, -j, before, row);
            }
        }
    }
}
