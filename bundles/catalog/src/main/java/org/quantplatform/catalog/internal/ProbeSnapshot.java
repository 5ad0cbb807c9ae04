package org.quantplatform.catalog.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.quantplatform.model.Field;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.strategy.Snapshot;

/** A made-up decision day; an asset without a score is not eligible. Short positions are allowed. */
record ProbeSnapshot(String what, double[] scores, double[] weights, Requirements declared) implements Snapshot {

    private static final int FACTORS = 3;
    private static final double EQUITY = 1e6;

    static List<ProbeSnapshot> all(Requirements declared) {
        Random random = new Random(7);
        double[] usual = random.doubles(300, -3, 3).toArray();
        double[] gaps = usual.clone();
        for (int asset = 0; asset < gaps.length; asset += 3) {
            gaps[asset] = Double.NaN;
        }
        double[] none = new double[300];
        Arrays.fill(none, Double.NaN);
        double[] held = new double[300];
        Arrays.fill(held, 1.0 / 300);
        double[] extreme = {1e300, -1e300, 1e-300, 0, -0.0, 1e300};
        return List.of(
                new ProbeSnapshot("an ordinary day", usual, new double[300], declared),
                new ProbeSnapshot("a day with a portfolio", usual, held, declared),
                new ProbeSnapshot("a day with missing scores", gaps, held, declared),
                new ProbeSnapshot("a day without any score", none, held, declared),
                new ProbeSnapshot("a day with equal scores", new double[300], new double[300], declared),
                new ProbeSnapshot("a day with extreme scores", extreme, new double[6], declared),
                new ProbeSnapshot("a day with one asset", new double[] {1}, new double[1], declared),
                new ProbeSnapshot("a day without assets", new double[0], new double[0], declared));
    }

    @Override
    public LocalDate date() {
        return LocalDate.of(2020, 1, 31);
    }

    @Override
    public Optional<LocalDate> dateAgo(int days) {
        return Optional.of(date().minusDays(days));
    }

    @Override
    public int assets() {
        return scores.length;
    }

    @Override
    public String ticker(int asset) {
        return String.format(Locale.ROOT, "P%05d", asset);
    }

    @Override
    public Optional<String> sector(int asset) {
        return asset % 4 == 3 ? Optional.empty() : Optional.of("Sector " + asset % 4);
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
        if (factor < 0 || factor >= FACTORS) {
            throw new IndexOutOfBoundsException("factor " + factor + " of " + FACTORS);
        }
        return scores[asset] * (factor + 1);
    }

    @Override
    public int factors() {
        return FACTORS;
    }

    @Override
    public double close(int asset) {
        return wave(asset, 0);
    }

    @Override
    public double ago(Field field, int asset, int days) {
        if (days < 0 || days >= declared.history()) {
            throw new IllegalArgumentException(
                    "asked for " + days + " days ago, declared " + declared.history() + " days");
        }
        if (!declared.fields().contains(field)) {
            throw new IllegalArgumentException("field " + field + " was not declared in the requirements");
        }
        // a tenth of the assets is young, another has gaps
        boolean absent = asset % 10 == 3 && days > 20 || asset % 10 == 7 && days % 5 == 2;
        return absent ? Double.NaN : wave(asset, days);
    }

    private double wave(int asset, int days) {
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
        return weights[asset] * EQUITY / (10 + asset);
    }

    @Override
    public double price(int asset) {
        return close(asset);
    }

    @Override
    public double entryPrice(int asset) {
        return weights[asset] == 0 ? Double.NaN : 10 + asset;
    }

    @Override
    public int barsHeld(int asset) {
        return weights[asset] == 0 ? -1 : 10;
    }

    @Override
    public int openOrders(int asset) {
        return weights[asset] == 0 ? 0 : asset % 3;
    }

    @Override
    public boolean allowsShort() {
        return true;
    }
}
