package org.quantplatform.engine.kernel;

import java.util.Arrays;

/** The last values of a series in increasing order; NaN are left out. */
final class SortedWindow {

    private final int window;
    private final double[] sorted;
    private int size;

    SortedWindow(int window) {
        this.window = window;
        this.sorted = new double[window];
    }

    /** Moves on to day {@code t} of {@code in}; days are taken one after another from 0. */
    void advance(double[] in, int t) {
        if (t >= window) {
            remove(in[t - window]);
        }
        add(in[t]);
    }

    boolean isComplete() {
        return size == window;
    }

    int size() {
        return size;
    }

    private void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        double key = value + 0.0;
        int place = Arrays.binarySearch(sorted, 0, size, key);
        int at = place >= 0 ? place : -place - 1;
        System.arraycopy(sorted, at, sorted, at + 1, size - at);
        sorted[at] = key;
        size++;
    }

    private void remove(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        int at = Arrays.binarySearch(sorted, 0, size, value + 0.0);
        System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
        size--;
    }

    double rank(double value) {
        return averageRank(sorted, size, value + 0.0);
    }

    double quantile(double p) {
        double place = (size - 1) * p;
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, size - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    /** Mean of the ranks, from 1, of the entries equal to {@code value}, which is one of the first {@code size}. */
    static double averageRank(double[] sorted, int size, double value) {
        int below = countBelow(sorted, size, value);
        int upTo = countBelow(sorted, size, Math.nextUp(value));
        return (below + upTo + 1) / 2.0;
    }

    private static int countBelow(double[] sorted, int size, double value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
