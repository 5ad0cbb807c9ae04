package org.quantplatform.engine.analysis;

import java.util.Arrays;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;

/**
 * The observations of an analysis: on each date the assets that belong to the universe, have a score and have a forward
 * return over every horizon. The forward return of day t over h bars is {@code close[t + h] / close[t] - 1}; both closes must
 * be there. Dates with fewer than {@link #least} observations are left out.
 */
public final class FactorSample {

    /** Which assets belong to the universe when. */
    @FunctionalInterface
    public interface Membership {

        /** Sets one place per asset. Called for one day after the other. */
        void mask(int day, boolean[] members);
    }

    private final Panel prices;
    private final double[] closes;
    private final int[] horizons;
    private final int[] days;
    private final int[][] assets;
    private final double[][] scores;

    private FactorSample(Panel prices, int[] horizons, int[] days, int[][] assets, double[][] scores) {
        this.prices = prices;
        this.closes = prices.column(Field.CLOSE);
        this.horizons = horizons;
        this.days = days;
        this.assets = assets;
        this.scores = scores;
    }

    /**
     * What to look at.
     *
     * @param firstDay index in the panel, inclusive, as {@code lastDay}
     * @param horizons in bars, each at least 1
     * @param least observations that a date needs, at least 2
     * @param outlierZScore forward returns further than this many standard deviations (ddof 1) from the mean of their asset
     *     over the window are left out, as alphalens' {@code filter_zscore} does; infinite for none
     */
    public record Window(int firstDay, int lastDay, int[] horizons, int least, double outlierZScore) {

        public Window {
            horizons = horizons.clone();
            if (horizons.length == 0 || Arrays.stream(horizons).anyMatch(h -> h < 1)) {
                throw new IllegalArgumentException(
                        "horizons must be at least 1 bar, were " + Arrays.toString(horizons));
            }
            if (least < 2) {
                throw new IllegalArgumentException("least must be at least 2, was " + least);
            }
            if (!(outlierZScore > 0)) {
                throw new IllegalArgumentException("outlier z-score must be above 0, was " + outlierZScore);
            }
        }

        int furthest() {
            return Arrays.stream(horizons).max().orElseThrow();
        }
    }

    /** @param prices adjusted as the analysis wants it, of the same assets and days as {@code factor} */
    public static FactorSample of(ScoreMatrix factor, Panel prices, Membership universe, Window window) {
        int last = Math.min(window.lastDay(), prices.days() - 1 - window.furthest());
        int dates = Math.max(0, last - window.firstDay() + 1);
        int[] days = new int[dates];
        int[][] assets = new int[dates][];
        double[][] scores = new double[dates][];
        Outliers outliers = Outliers.of(prices, window);
        boolean[] members = new boolean[prices.assets()];
        int count = 0;
        for (int day = window.firstDay(); day <= last; day++) {
            universe.mask(day, members);
            int[] found = observed(factor, prices, members, day, window, outliers);
            if (found.length >= window.least()) {
                days[count] = day;
                assets[count] = found;
                int today = day;
                scores[count++] = Arrays.stream(found)
                        .mapToDouble(asset -> factor.get(asset, today))
                        .toArray();
            }
        }
        return new FactorSample(
                prices,
                window.horizons(),
                Arrays.copyOf(days, count),
                Arrays.copyOf(assets, count),
                Arrays.copyOf(scores, count));
    }

    private static int[] observed(
            ScoreMatrix factor, Panel prices, boolean[] members, int day, Window window, Outliers outliers) {
        int[] found = new int[members.length];
        int count = 0;
        for (int asset = 0; asset < members.length; asset++) {
            if (members[asset]
                    && Double.isFinite(factor.get(asset, day))
                    && hasReturns(prices, asset, day, window)
                    && !outliers.has(asset, day)) {
                found[count++] = asset;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean hasReturns(Panel prices, int asset, int day, Window window) {
        double[] closes = prices.column(Field.CLOSE);
        int at = asset * prices.days() + day;
        if (!(closes[at] > 0)) {
            return false;
        }
        for (int horizon : window.horizons()) {
            if (!(closes[at + horizon] > 0)) {
                return false;
            }
        }
        return true;
    }

    /** Number of dates that count. */
    public int dates() {
        return days.length;
    }

    /** Index in the panel. */
    public int day(int date) {
        return days[date];
    }

    public Panel prices() {
        return prices;
    }

    public int[] horizons() {
        return horizons.clone();
    }

    public long observations() {
        long sum = 0;
        for (int[] each : assets) {
            sum += each.length;
        }
        return sum;
    }

    /** Assets observed on a date, in increasing order. Not a copy. */
    int[] assets(int date) {
        return assets[date];
    }

    /** Their scores. Not a copy. */
    double[] scores(int date) {
        return scores[date];
    }

    /** Their forward returns over a horizon given by its index. */
    double[] forward(int date, int horizon) {
        int[] observed = assets[date];
        double[] returns = new double[observed.length];
        for (int i = 0; i < returns.length; i++) {
            int at = observed[i] * prices.days() + days[date];
            returns[i] = closes[at + horizons[horizon]] / closes[at] - 1;
        }
        return returns;
    }
}
