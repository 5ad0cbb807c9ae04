package org.quantplatform.assembly.bench;

import java.util.Arrays;

/** The middle and the lowest of several measurements of the same work; on a busy machine they lie far apart. */
record Measured(double median, double best) {

    static Measured of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Measured(median, sorted[0]);
    }
}
