package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.Map;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * Brings the bars of another source to the price basis and currency of the stored ones. Prices with dividends in them cannot
 * be brought anywhere: their factors depend on the day on which they were made.
 */
final class Yardstick {

    private final PriceBasis stored;
    private final PriceBasis other;
    private final Map<LocalDate, Double> splits;
    private final Rates rates;

    /** What one unit of the other currency is worth in the stored one on a day; NaN when it is not known. */
    interface Rates {

        Rates SAME = date -> 1;

        double on(LocalDate date);
    }

    /** @param splits new shares per old one, by ex-date; needed when the bases differ */
    Yardstick(PriceBasis stored, PriceBasis other, Map<LocalDate, Double> splits, Rates rates) {
        this.stored = stored;
        this.other = other;
        this.splits = splits;
        this.rates = rates;
    }

    static boolean comparable(PriceBasis stored, PriceBasis other) {
        return stored != PriceBasis.FULL && other != PriceBasis.FULL;
    }

    /** NaN when the day's exchange rate is not known. */
    double close(LocalDate date, BarValues bar) {
        return bar.close() / shares(date) * rates.on(date);
    }

    double volume(LocalDate date, BarValues bar) {
        return Judge.volume(bar.volume()) * shares(date);
    }

    /** How the stored bar counts one share of the other source's. */
    private double shares(LocalDate date) {
        if (stored == other) {
            return 1;
        }
        double later = 1;
        for (Map.Entry<LocalDate, Double> split : splits.entrySet()) {
            later *= split.getKey().isAfter(date) ? split.getValue() : 1;
        }
        return other == PriceBasis.RAW ? later : 1 / later;
    }
}
