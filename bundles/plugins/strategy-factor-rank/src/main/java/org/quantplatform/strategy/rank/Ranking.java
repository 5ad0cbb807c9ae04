package org.quantplatform.strategy.rank;

import java.util.Arrays;
import org.quantplatform.spi.strategy.Snapshot;

/** The scored assets of a day, best first. */
final class Ranking {

    private final int[] assets;
    private final double[] scores;

    private Ranking(int[] assets, double[] scores) {
        this.assets = assets;
        this.scores = scores;
    }

    static Ranking of(Snapshot snapshot) {
        int[] assets = new int[snapshot.assets()];
        double[] scores = new double[assets.length];
        int size = 0;
        for (int asset = 0; asset < assets.length; asset++) {
            double score = snapshot.score(asset);
            if (!Double.isNaN(score)) {
                assets[size] = asset;
                scores[size++] = score;
            }
        }
        return sorted(assets, scores, size);
    }

    int size() {
        return assets.length;
    }

    int asset(int place) {
        return assets[place];
    }

    double score(int place) {
        return scores[place];
    }

    /** A merge sort is stable, so that equal scores keep the order of the tickers; it runs without boxing. */
    private static Ranking sorted(int[] assets, double[] scores, int size) {
        int[] fromAssets = Arrays.copyOf(assets, size);
        double[] fromScores = Arrays.copyOf(scores, size);
        int[] toAssets = new int[size];
        double[] toScores = new double[size];
        for (int width = 1; width < size; width *= 2) {
            for (int start = 0; start < size; start += 2 * width) {
                int middle = Math.min(start + width, size);
                int end = Math.min(start + 2 * width, size);
                int left = start;
                int right = middle;
                for (int to = start; to < end; to++) {
                    boolean takeLeft = right >= end || left < middle && fromScores[left] >= fromScores[right];
                    int from = takeLeft ? left++ : right++;
                    toAssets[to] = fromAssets[from];
                    toScores[to] = fromScores[from];
                }
            }
            int[] spareAssets = fromAssets;
            fromAssets = toAssets;
            toAssets = spareAssets;
            double[] spareScores = fromScores;
            fromScores = toScores;
            toScores = spareScores;
        }
        return new Ranking(fromAssets, fromScores);
    }
}
