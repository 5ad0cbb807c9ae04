package org.quantplatform.model;

import java.util.Arrays;

/**
 * One number per asset and day, asset-major as in {@link Panel}; NaN where there is no score.
 *
 * <p>Not safe for writers that share an asset; writers of different assets need no lock.
 */
public final class ScoreMatrix {

    private final int assets;
    private final int days;
    private final double[] scores;

    /** All NaN. */
    public ScoreMatrix(int assets, int days) {
        this.assets = assets;
        this.days = days;
        this.scores = new double[Math.multiplyExact(assets, days)];
        Arrays.fill(scores, Double.NaN);
    }

    public int assets() {
        return assets;
    }

    public int days() {
        return days;
    }

    public double get(int asset, int day) {
        return scores[asset * days + day];
    }

    public void set(int asset, int day, double score) {
        scores[asset * days + day] = score;
    }

    /** Replaces an asset's whole history; {@code history} has {@code days()} values. */
    public void setHistory(int asset, double[] history) {
        if (history.length != days) {
            throw new IllegalArgumentException("history has " + history.length + " values, expected " + days);
        }
        System.arraycopy(history, 0, scores, asset * days, days);
    }

    /** The scores themselves, not a copy. */
    public double[] values() {
        return scores;
    }
}
