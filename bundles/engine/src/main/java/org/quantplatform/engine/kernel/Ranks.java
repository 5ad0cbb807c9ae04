package org.quantplatform.engine.kernel;

import java.util.Arrays;

/** Ranks of unordered values. */
public final class Ranks {

    private Ranks() {}

    /** 1 for the smallest of {@code values}, none of them NaN; equal values share the mean of their ranks. */
    public static double[] average(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            // adding 0 makes -0.0 equal to 0.0
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = SortedWindow.averageRank(sorted, sorted.length, values[i] + 0.0);
        }
        return ranks;
    }
}
