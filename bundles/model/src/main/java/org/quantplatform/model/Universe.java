package org.quantplatform.model;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which instruments of a market a strategy may hold, judged anew on each decision day.
 *
 * @param market null means the platform's default
 * @param tickers empty means every instrument of the market
 * @param index name of an index whose members on the day are meant, null for none
 * @param sectors empty means every sector
 * @param minAgeDays calendar days since the first bar, null for no limit
 * @param minDollarVolume median of close times volume over the last 21 trading days, in the market's currency
 * @param exclude tickers never held
 * @param quality null means every bar that is stored
 */
public record Universe(
        @Nullable Market market,
        List<String> tickers,
        @Nullable String index,
        List<String> sectors,
        @Nullable Integer minAgeDays,
        @Nullable Double minDollarVolume,
        List<String> exclude,
        @Nullable Quality quality) {

    /** With every bar. */
    public Universe(
            @Nullable Market market,
            List<String> tickers,
            @Nullable String index,
            List<String> sectors,
            @Nullable Integer minAgeDays,
            @Nullable Double minDollarVolume,
            List<String> exclude) {
        this(market, tickers, index, sectors, minAgeDays, minDollarVolume, exclude, null);
    }

    /** Lists are sorted and freed of duplicates; null stands for empty. */
    public Universe {
        tickers = sorted(tickers);
        sectors = sorted(sectors);
        exclude = sorted(exclude);
    }

    public static Universe of(Market market) {
        return new Universe(market, List.of(), null, List.of(), null, null, List.of());
    }

    public static Universe of(Market market, List<String> tickers) {
        return new Universe(market, tickers, null, List.of(), null, null, List.of());
    }

    /** The same in this market when none was named. */
    public Universe orIn(Market fallback) {
        return market != null
                ? this
                : new Universe(fallback, tickers, index, sectors, minAgeDays, minDollarVolume, exclude, quality);
    }

    private static List<String> sorted(@Nullable List<String> values) {
        if (values == null) {
            return List.of();
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("lists must not hold null");
        }
        return List.copyOf(new TreeSet<>(values));
    }
}
