package org.quantplatform.engine.sweep;

/**
 * Means of any window that ends at a bar, from prefix sums. These carry what each addition rounded away, so that the
 * difference of two is as exact as the sum of the window itself, however long the series.
 */
final class WindowMeans {

    private final double[] sums;
    private final double[] lost;
    private final int[] complete;

    /** What is not a number above 0 is absent. */
    WindowMeans(double[] values) {
        int bars = values.length;
        this.sums = new double[bars + 1];
        this.lost = new double[bars + 1];
        this.complete = new int[bars];
        int run = 0;
        for (int bar = 0; bar < bars; bar++) {
            boolean present = Trading.isPrice(values[bar]);
            double value = present ? values[bar] : 0;
            double sum = sums[bar] + value;
            double added = sum - sums[bar];
            sums[bar + 1] = sum;
            lost[bar + 1] = lost[bar] + ((sums[bar] - (sum - added)) + (value - added));
            run = present ? run + 1 : 0;
            complete[bar] = run;
        }
    }

    /** Means of the bars {@code from} to before {@code to}, into {@code out} from 0; NaN where a value is absent. */
    void fill(int window, int from, int to, double[] out) {
        for (int bar = from; bar < to; bar++) {
            if (complete[bar] < window) {
                out[bar - from] = Double.NaN;
            } else {
                int before = bar + 1 - window;
                double sum = sums[bar + 1] - sums[before] + (lost[bar + 1] - lost[before]);
                out[bar - from] = sum / window;
            }
        }
    }
}
