package org.quantplatform.source.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;

/**
 * What is asked of a source: the request, narrowed by its options {@code tickers} and {@code kinds} (separated by commas),
 * {@code from} and {@code to} (ISO dates).
 *
 * @param tickers ascending; empty means all
 * @param from first day
 * @param to last day, inclusive; never one whose trading may still go on
 */
public record Asked(Set<DataKind> kinds, List<String> tickers, LocalDate from, LocalDate to) {

    private static final int MOST_TICKERS = 20_000;

    /**
     * When a day's bar is final.
     *
     * @param finalAt local time from which the day's own bar counts as final
     */
    public record Closing(Market market, LocalTime finalAt, Clock clock) {

        public LocalDate lastFinalDay() {
            ZonedDateTime now = clock.instant().atZone(market.zone());
            return now.toLocalTime().isBefore(finalAt) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        }
    }

    /**
     * @param earliest stands for the first day when none is stated
     * @param known options of the source beside those that all have
     * @throws PluginException when an option is unknown or wrong; the message names it
     */
    public static Asked of(DataRequest request, LocalDate earliest, Closing closing, Set<String> known) {
        Map<String, String> options = request.options();
        for (String name : options.keySet()) {
            if (!Set.of("tickers", "kinds", "from", "to").contains(name) && !known.contains(name)) {
                throw new PluginException("unknown option '" + name + "'");
            }
        }
        LocalDate from = later(request.from(), date(options, "from"));
        LocalDate to = earlier(request.to(), date(options, "to"));
        if (from != null && to != null && to.isBefore(from)) {
            throw new PluginException("to is before from: " + to + ", " + from);
        }
        LocalDate last = closing.lastFinalDay();
        return new Asked(
                kinds(request, options),
                tickers(request, options),
                from == null ? earliest : from,
                to == null || to.isAfter(last) ? last : to);
    }

    public boolean wants(DataKind kind) {
        return kinds.contains(kind);
    }

    /** True when no day that is over is asked for. */
    public boolean isEmptyRange() {
        return to.isBefore(from);
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    private static Set<DataKind> kinds(DataRequest request, Map<String, String> options) {
        Set<DataKind> kinds = EnumSet.noneOf(DataKind.class);
        kinds.addAll(request.kinds());
        if (options.containsKey("kinds")) {
            Set<DataKind> wanted = EnumSet.noneOf(DataKind.class);
            for (String word : words(options.get("kinds"))) {
                wanted.add(kind(word));
            }
            kinds.retainAll(wanted);
        }
        return kinds;
    }

    private static DataKind kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "instruments" -> DataKind.INSTRUMENTS;
            case "bars" -> DataKind.DAILY_BARS;
            case "actions" -> DataKind.CORPORATE_ACTIONS;
            case "fundamentals" -> DataKind.FUNDAMENTALS;
            default ->
                throw new PluginException("kinds: '" + word + "' is none of instruments, bars, actions, fundamentals");
        };
    }

    private static List<String> tickers(DataRequest request, Map<String, String> options) {
        Set<String> tickers = new LinkedHashSet<>(request.tickers());
        if (options.containsKey("tickers")) {
            List<String> words = words(options.get("tickers"));
            if (tickers.isEmpty()) {
                tickers.addAll(words);
            } else {
                tickers.retainAll(words);
            }
            // none would stand for all of the market
            if (tickers.isEmpty()) {
                throw new PluginException("tickers: names none that is asked for");
            }
        }
        if (tickers.size() > MOST_TICKERS) {
            throw new PluginException("tickers: at most " + MOST_TICKERS);
        }
        List<String> sorted = new ArrayList<>(tickers);
        sorted.sort(null);
        return sorted;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static @Nullable LocalDate date(Map<String, String> options, String name) {
        String text = options.get(name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw new PluginException(name + ": '" + text + "' is no date such as 2024-03-28", e);
        }
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate two) {
        return one == null || two != null && two.isAfter(one) ? two : one;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate two) {
        return one == null || two != null && two.isBefore(one) ? two : one;
    }
}
