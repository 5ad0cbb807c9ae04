package org.quantplatform.source.demo.internal;

import java.time.LocalDate;
import org.quantplatform.model.Market;

/** What is particular to each of the demo's markets. */
enum Place {
    US(Market.US, 120, new String[] {"XNYS", "XNAS"}, new double[] {12, 140}, new double[] {220, 5}, 4),
    KR(Market.KR, 100, new String[] {"XKRX", "XKOS"}, new double[] {6_000, 150_000}, new double[] {300_000, 1_000}, 1),
    CN(Market.CN, 100, new String[] {"XSHG", "XSHE"}, new double[] {6, 60}, new double[] {80, 0}, 1);

    private static final LocalDate KR_WIDE_LIMITS = LocalDate.of(2015, 6, 15);
    private static final LocalDate KR_FINE_TICKS = LocalDate.of(2023, 1, 25);
    private static final double[] KR_BANDS = {1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000};
    private static final double[] KR_TICKS = {1, 1, 5, 10, 10, 50, 100, 100, 500, 1_000};
    private static final double[] KR_OLD_TICKS = {1, 5, 5, 10, 50, 50, 100, 500, 500, 1_000};

    final Market market;
    final int companies;
    final String[] exchanges;
    /** Least and greatest price at the start. */
    final double[] prices;
    /** Above the first a share is split; below the second shares are consolidated. */
    final double[] bounds;

    final int dividendsPerYear;

    Place(Market market, int companies, String[] exchanges, double[] prices, double[] bounds, int dividendsPerYear) {
        this.market = market;
        this.companies = companies;
        this.exchanges = exchanges;
        this.prices = prices;
        this.bounds = bounds;
        this.dividendsPerYear = dividendsPerYear;
    }

    /** To the tick of the day, at least one; in Korea the main board's ticks stand for both. */
    double rounded(double price, LocalDate date) {
        if (this != KR) {
            return Math.max(1, Math.rint(price * 100)) / 100;
        }
        double[] ticks = date.isBefore(KR_FINE_TICKS) ? KR_OLD_TICKS : KR_TICKS;
        int band = 0;
        while (band < KR_BANDS.length && price >= KR_BANDS[band]) {
            band++;
        }
        return Math.max(1, Math.rint(price / ticks[band])) * ticks[band];
    }

    /** Greatest move of a day, as a fraction; the United States have none, but the demo keeps to reason. */
    double dailyLimit(LocalDate date) {
        return switch (this) {
            case US -> 0.4;
            case KR -> date.isBefore(KR_WIDE_LIMITS) ? 0.15 : 0.3;
            case CN -> 0.1;
        };
    }

    /** Shares are counted in lots. */
    double volume(double shares) {
        double lot = market.lot();
        return Math.max(1, Math.rint(shares / lot)) * lot;
    }

    double dividend(double amount) {
        return this == KR ? Math.rint(amount / 10) * 10 : Math.rint(amount * 100) / 100;
    }

    /** New shares per old one when a price has become too high. */
    double split(Dice dice) {
        double throwOf = dice.uniform();
        return switch (this) {
            case US -> throwOf < 0.6 ? 2 : throwOf < 0.85 ? 3 : 5;
            case KR -> throwOf < 0.7 ? 5 : 10;
            case CN -> throwOf < 0.5 ? 2 : 1.5;
        };
    }
}
