package org.quantplatform.testkit;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.quantplatform.spi.strategy.Snapshot;

/** A decision day with the given scores, where an asset without a score is not eligible. */
public final class FakeSnapshot implements Snapshot {

    private final double[] scores;
    private final double[] weights;

    private FakeSnapshot(double[] scores, double[] weights) {
        this.scores = scores.clone();
        this.weights = weights.clone();
    }

    /** Nothing is held yet; one factor, whose scores these are. */
    public static FakeSnapshot ofScores(double... scores) {
        return new FakeSnapshot(scores, new double[scores.length]);
    }

    /** The same day with a portfolio; {@code current} has a weight per asset. */
    public FakeSnapshot withWeights(double... current) {
        if (current.length != scores.length) {
            throw new IllegalArgumentException(current.length + " weights for " + scores.length + " assets");
        }
        return new FakeSnapshot(scores, current);
    }

    @Override
    public LocalDate date() {
        return LocalDate.of(2020, 1, 31);
    }

    @Override
    public int assets() {
        return scores.length;
    }

    @Override
    public String ticker(int asset) {
        return String.format(Locale.ROOT, "S%05d", asset);
    }

    @Override
    public Optional<String> sector(int asset) {
        return asset % 5 == 4 ? Optional.empty() : Optional.of("Sector " + asset % 5);
    }

    @Override
    public boolean eligible(int asset) {
        return !Double.isNaN(scores[asset]);
    }

    @Override
    public double score(int asset) {
        return scores[asset];
    }

    @Override
    public double factorScore(int factor, int asset) {
        if (factor != 0) {
            throw new IndexOutOfBoundsException("factor " + factor + " of 1");
        }
        return scores[asset];
    }

    @Override
    public int factors() {
        return 1;
    }

    @Override
    public double close(int asset) {
        return eligible(asset) ? 10 + asset : Double.NaN;
    }

    @Override
    public double weight(int asset) {
        return weights[asset];
    }
}
