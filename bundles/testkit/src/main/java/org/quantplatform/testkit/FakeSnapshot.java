package org.quantplatform.testkit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.strategy.Snapshot;

/**
 * A decision day. From {@link #ofScores} an asset without a score is not eligible and histories are made-up waves; from
 * {@link #ofPanel} there are no scores, and an asset without a close is not eligible. The portfolio is worth 1,000,000 and
 * each position was opened ten bars ago at the day's price.
 */
public final class FakeSnapshot implements Snapshot {

    private static final double EQUITY = 1_000_000;

    private final double[] scores;
    private final double[] weights;
    private final @Nullable Panel panel;
    private final int day;
    private final @Nullable Requirements declared;
    private final boolean shorts;

    private FakeSnapshot(
            double[] scores,
            double[] weights,
            @Nullable Panel panel,
            int day,
            @Nullable Requirements declared,
            boolean shorts) {
        this.scores = scores.clone();
        this.weights = weights.clone();
        this.panel = panel;
        this.day = day;
        this.declared = declared;
        this.shorts = shorts;
    }

    /** Nothing is held yet; one factor, whose scores these are. */
    public static FakeSnapshot ofScores(double... scores) {
        return new FakeSnapshot(scores, new double[scores.length], null, 0, null, false);
    }

    /** A day of real or made-up prices, without scores and with nothing held. */
    public static FakeSnapshot ofPanel(Panel panel, int day) {
        double[] none = new double[panel.assets()];
        Arrays.fill(none, Double.NaN);
        return new FakeSnapshot(none, new double[panel.assets()], panel, day, null, false);
    }

    /** The same day with a portfolio; {@code current} has a weight per asset. */
    public FakeSnapshot withWeights(double... current) {
        if (current.length != scores.length) {
            throw new IllegalArgumentException(current.length + " weights for " + scores.length + " assets");
        }
        return new FakeSnapshot(scores, current, panel, day, declared, shorts);
    }

    /** The same day for a strategy that may read only this. */
    public FakeSnapshot declaring(Requirements requirements) {
        return new FakeSnapshot(scores, weights, panel, day, requirements, shorts);
    }

    /** The same day in a run that allows short positions. */
    public FakeSnapshot allowingShort() {
        return new FakeSnapshot(scores, weights, panel, day, declared, true);
    }

    @Override
    public LocalDate date() {
        return panel == null ? LocalDate.of(2020, 1, 31) : panel.date(day);
    }

    @Override
    public Optional<LocalDate> dateAgo(int days) {
        if (panel == null) {
            return Optional.of(date().minusDays(days));
        }
        return days > day ? Optional.empty() : Optional.of(panel.date(day - days));
    }

    @Override
    public int assets() {
        return scores.length;
    }

    @Override
    public String ticker(int asset) {
        return panel == null ? String.format(Locale.ROOT, "S%05d", asset) : panel.ticker(asset);
    }

    @Override
    public Optional<String> sector(int asset) {
        return asset % 5 == 4 ? Optional.empty() : Optional.of("Sector " + asset % 5);
    }

    @Override
    public boolean eligible(int asset) {
        return panel == null ? !Double.isNaN(scores[asset]) : panel.value(Field.CLOSE, asset, day) > 0;
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
        return eligible(asset) ? value(Field.CLOSE, asset, 0) : Double.NaN;
    }

    @Override
    public double ago(Field field, int asset, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("a strategy may not look ahead, asked for " + days + " days ago");
        }
        if (declared != null && !declared.fields().contains(field)) {
            throw new IllegalArgumentException("field " + field + " was not declared in the requirements");
        }
        if (declared != null && days >= declared.history()) {
            throw new IllegalArgumentException(
                    "asked for " + days + " days ago, declared " + declared.history() + " days");
        }
        return value(field, asset, days);
    }

    private double value(Field field, int asset, int days) {
        if (panel != null) {
            return days > day ? Double.NaN : panel.value(field, asset, day - days);
        }
        return eligible(asset) ? (10 + asset) * (1 + 0.1 * Math.sin(asset + 0.37 * days)) : Double.NaN;
    }

    @Override
    public double weight(int asset) {
        return weights[asset];
    }

    @Override
    public double equity() {
        return EQUITY;
    }

    @Override
    public double cash() {
        return EQUITY * (1 - Arrays.stream(weights).sum());
    }

    @Override
    public double shares(int asset) {
        double price = price(asset);
        return weights[asset] == 0 || Double.isNaN(price) ? 0 : EQUITY * weights[asset] / price;
    }

    @Override
    public double price(int asset) {
        return close(asset);
    }

    @Override
    public double entryPrice(int asset) {
        return shares(asset) == 0 ? Double.NaN : price(asset);
    }

    @Override
    public int barsHeld(int asset) {
        return shares(asset) == 0 ? -1 : 10;
    }

    /** None. */
    @Override
    public int openOrders(int asset) {
        return 0;
    }

    @Override
    public boolean allowsShort() {
        return shorts;
    }
}
