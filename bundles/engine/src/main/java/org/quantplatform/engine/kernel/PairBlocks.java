package org.quantplatform.engine.kernel;

import java.util.Arrays;

/** Rolling second moments of two series, by blocks as described at {@link Rolling}. */
final class PairBlocks {

    private final double[] a;
    private final double[] b;
    private final int window;
    /** Sums of a, b, aa, bb, ab about the pivots: over the last j values before the block. */
    private final double[] before;

    private final double[] since = new double[5];

    PairBlocks(double[] a, double[] b, int window) {
        this.a = a;
        this.b = b;
        this.window = window;
        this.before = new double[window * 5];
    }

    void covariance(double[] out) {
        run(out, false);
    }

    void correlation(double[] out) {
        run(out, true);
    }

    private void run(double[] out, boolean scaled) {
        for (int block = 0; block < a.length; block += window) {
            lookBack(block);
            Arrays.fill(since, 0);
            int end = Math.min(block + window, a.length);
            for (int t = block; t < end; t++) {
                add(a[t] - a[block], b[t] - b[block]);
                int j = (block + window - 1 - t) * 5;
                out[t] = scaled ? correlationAt(j) : centred(j, 4, 0, 1) / (window - 1);
            }
        }
    }

    private void lookBack(int block) {
        for (int j = 1; j < window; j++) {
            double x = block == 0 ? Double.NaN : a[block - j] - a[block];
            double y = block == 0 ? Double.NaN : b[block - j] - b[block];
            int to = j * 5;
            before[to] = before[to - 5] + x;
            before[to + 1] = before[to - 4] + y;
            before[to + 2] = before[to - 3] + x * x;
            before[to + 3] = before[to - 2] + y * y;
            before[to + 4] = before[to - 1] + x * y;
        }
    }

    private void add(double x, double y) {
        since[0] += x;
        since[1] += y;
        since[2] += x * x;
        since[3] += y * y;
        since[4] += x * y;
    }

    private double correlationAt(int j) {
        double scale = Math.sqrt(centred(j, 2, 0, 0)) * Math.sqrt(centred(j, 3, 1, 1));
        double correlation = centred(j, 4, 0, 1) / scale;
        return scale > 0 ? Math.min(1, Math.max(-1, correlation)) : Double.NaN;
    }

    private double centred(int j, int products, int first, int second) {
        double sums = (before[j + first] + since[first]) * (before[j + second] + since[second]);
        return before[j + products] + since[products] - sums / window;
    }
}
