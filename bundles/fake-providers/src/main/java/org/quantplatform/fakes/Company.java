package org.quantplatform.fakes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A company that does not exist, with all that ever happened to it.
 *
 * @param number from 0, in the order of its market
 * @param exchange ISO 10383 code
 * @param first first trading day
 * @param last last trading day, null while it trades
 * @param bars one per day on which it traded, ascending, as they were dealt: nothing is adjusted
 * @param idle days on which the exchange was open and it did not trade, ascending
 * @param reports ascending by period
 */
public record Company(
        Country country,
        int number,
        String ticker,
        String name,
        String exchange,
        String sector,
        LocalDate first,
        @Nullable LocalDate last,
        long shares,
        List<Bar> bars,
        List<LocalDate> idle,
        List<Split> splits,
        List<Dividend> dividends,
        List<Report> reports) {

    /** A day's trade; volume in shares, money in the country's currency. */
    public record Bar(
            LocalDate date,
            double open,
            double high,
            double low,
            double close,
            long volume,
            double average,
            int trades) {}

    /** {@code from} old shares became {@code to} new ones; earlier prices times from/to compare with later ones. */
    public record Split(LocalDate date, int from, int to) {}

    /** Cash per share as it was paid, in shares of that day; until it is declared, which may be after its ex-date, nobody knows how much. */
    public record Dividend(LocalDate exDate, LocalDate declared, LocalDate recorded, LocalDate paid, double amount) {}

    /**
     * A quarter's accounts.
     *
     * @param filed when the public learnt them; null where no filing is known
     * @param items by snake_case name; flows are of the quarter, in the country's currency
     */
    public record Report(
            LocalDate start,
            LocalDate end,
            @Nullable LocalDate filed,
            int year,
            int quarter,
            Map<String, Double> items) {}

    public boolean listedOn(LocalDate date) {
        return !date.isBefore(first) && (last == null || !date.isAfter(last));
    }

    /** Both ends included. */
    public List<Bar> bars(LocalDate from, LocalDate to) {
        return bars.stream()
                .filter(bar -> !bar.date().isBefore(from) && !bar.date().isAfter(to))
                .toList();
    }

    public Optional<Bar> bar(LocalDate date) {
        int low = 0;
        int high = bars.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = bars.get(middle).date().compareTo(date);
            if (order == 0) {
                return Optional.of(bars.get(middle));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** By what a price of {@code date} is multiplied to compare with one of {@code asOf}; volume is divided by it. */
    public double splitFactor(LocalDate date, LocalDate asOf) {
        double factor = 1;
        for (Split split : splits) {
            if (split.date().isAfter(date) && !split.date().isAfter(asOf)) {
                factor *= (double) split.from() / split.to();
            }
        }
        return factor;
    }
}
