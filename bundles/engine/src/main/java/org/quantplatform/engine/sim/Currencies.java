package org.quantplatform.engine.sim;

import java.util.List;

/**
 * In which currency each asset trades, and what the currencies are worth in that of the account, which has number 0.
 */
public final class Currencies {

    private final List<String> codes;
    private final int[] ofAsset;
    private final double[][] rates;
    private final double[][] early;
    private final double conversionCost;

    /**
     * Before a close, the rate of the close before counts.
     *
     * @param codes ISO 4217, the account's first
     * @param ofAsset place in {@code codes} of each asset's currency
     * @param rates for each currency but the first, units of the account's currency for one of it on each day of the panel;
     *     positive on every simulated day
     * @param conversionCost fraction of the converted amount that a change of money costs
     */
    public Currencies(List<String> codes, int[] ofAsset, double[][] rates, double conversionCost) {
        this(codes, ofAsset, rates, closesBefore(rates), conversionCost);
    }

    /**
     * @param rates at the close of each day, as above
     * @param early what was known of the same rates before the close of each day, for what trades until then
     */
    public Currencies(List<String> codes, int[] ofAsset, double[][] rates, double[][] early, double conversionCost) {
        this.codes = List.copyOf(codes);
        this.ofAsset = ofAsset.clone();
        this.rates = rates.clone();
        this.early = early.clone();
        this.conversionCost = conversionCost;
        if (rates.length != codes.size() - 1 || early.length != rates.length) {
            throw new IllegalArgumentException(codes.size() + " currencies need " + (codes.size() - 1) + " rates");
        }
        if (!(conversionCost >= 0 && conversionCost < 0.5)) {
            throw new IllegalArgumentException(
                    "conversion cost must be at least 0 and below 0.5, was " + conversionCost);
        }
    }

    private static double[][] closesBefore(double[][] rates) {
        double[][] before = new double[rates.length][];
        for (int currency = 0; currency < rates.length; currency++) {
            double[] closes = rates[currency];
            double[] shifted = closes.clone();
            for (int day = 1; day < closes.length; day++) {
                shifted[day] = closes[day - 1] > 0 ? closes[day - 1] : closes[day];
            }
            before[currency] = shifted;
        }
        return before;
    }

    /** Everything in the account's own currency. */
    public static Currencies single(String code, int assets) {
        return new Currencies(List.of(code), new int[assets], new double[0][], 0);
    }

    public int count() {
        return codes.size();
    }

    public String code(int currency) {
        return codes.get(currency);
    }

    public int of(int asset) {
        return ofAsset[asset];
    }

    /** Units of the account's currency for one unit at the day's close; 1 for the account's own. */
    public double rate(int currency, int day) {
        return currency == 0 ? 1 : rates[currency - 1][day];
    }

    /** The same as it was known before the day's close. */
    public double earlyRate(int currency, int day) {
        return currency == 0 ? 1 : early[currency - 1][day];
    }

    double conversionCost() {
        return conversionCost;
    }

    boolean single() {
        return codes.size() == 1;
    }
}
