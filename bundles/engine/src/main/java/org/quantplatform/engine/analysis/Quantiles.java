package org.quantplatform.engine.analysis;

import java.util.Arrays;

/** Divides a cross-section by score. */
final class Quantiles {

    private Quantiles() {}

    /**
     * Quantile of each score, from 1 for the lowest to {@code count}. Edges are order statistics interpolated linearly (type
     * 7), intervals are closed on the right, and the lowest score belongs to the first: as pandas' {@code qcut}. Scores that
     * are equal share a quantile, so that others may stay empty.
     */
    static int[] assign(double[] scores, int count) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double[] edges = new double[count - 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = edge(sorted, (i + 1.0) / count);
        }
        int[] quantiles = new int[scores.length];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = 1 + below(edges, scores[i]);
        }
        return quantiles;
    }

    private static double edge(double[] sorted, double p) {
        double place = (sorted.length - 1) * p;
        int low = (int) Math.floor(place);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
    }

    /** Number of edges below {@code score}. */
    private static int below(double[] edges, double score) {
        int count = 0;
        while (count < edges.length && edges[count] < score) {
            count++;
        }
        return count;
    }
}
