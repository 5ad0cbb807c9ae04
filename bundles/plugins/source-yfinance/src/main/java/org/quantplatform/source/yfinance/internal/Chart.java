package org.quantplatform.source.yfinance.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.DailyActions;
import org.quantplatform.source.http.GatheredBars;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * A chart's rows made raw again: a price times, a volume by the ratios of all splits after its day. Days are told in the
 * exchange's zone; a stamp of the last two hours of a day, a fault of the provider's clock changes, is of the day after.
 * Of several rows of the last day or minute the first counts: the others are the price of the moment. Other rows that differ
 * about a day or minute are refused.
 */
final class Chart {

    private static final int LATE = 22;
    private static final int USUAL_DIGITS = 2;
    private static final int MINUTE = 60;

    /** What single precision holds for certain. */
    private static final MathContext SINGLE = new MathContext(7, RoundingMode.HALF_EVEN);

    private final Market market;
    private final JsonRow chart;
    private final JsonRow meta;
    private final ZoneId zone;
    private final int digits;

    /** By day; one of the same day and ratio is the same, as it is where they are gathered. */
    private final TreeMap<LocalDate, Set<Double>> ratios = new TreeMap<>();

    Chart(Market market, JsonRow chart) throws IOException {
        this.market = market;
        this.chart = chart;
        this.meta = chart.row("meta");
        this.zone = zone(meta, market);
        double hint = meta.numberIf("priceHint");
        this.digits = Double.isNaN(hint) ? USUAL_DIGITS : Math.max(USUAL_DIGITS, Math.min(6, (int) hint));
        for (JsonRow split : events("splits")) {
            double ratio = split.number("numerator") / split.number("denominator");
            if (!(ratio > 0) || Double.isInfinite(ratio)) {
                throw new UnreadableAnswer("the ratio of a split was " + ratio);
            }
            ratios.computeIfAbsent(day(split.whole("date")), missing -> new TreeSet<>())
                    .add(ratio);
        }
    }

    private static ZoneId zone(JsonRow meta, Market market) throws UnreadableAnswer {
        String name = meta.textIf("exchangeTimezoneName").orElse(market.zone().getId());
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new UnreadableAnswer("the exchange's time zone is '" + name + "'", e);
        }
    }

    JsonRow meta() {
        return meta;
    }

    String currency() throws UnreadableAnswer {
        return meta.textIf("currency").orElse(market.currency());
    }

    @Nullable
    LocalDate firstDay() throws UnreadableAnswer {
        return meta.has("firstTradeDate") ? day(meta.whole("firstTradeDate")) : null;
    }

    private LocalDate day(long stamp) {
        ZonedDateTime time = Instant.ofEpochSecond(stamp).atZone(zone);
        return time.getHour() >= LATE ? time.toLocalDate().plusDays(1) : time.toLocalDate();
    }

    private List<JsonRow> events(String kind) throws UnreadableAnswer {
        Optional<JsonRow> all = chart.rowIf("events");
        Optional<JsonRow> some = all.isEmpty() ? Optional.empty() : all.get().rowIf(kind);
        List<JsonRow> events = new ArrayList<>();
        if (some.isPresent()) {
            for (JsonNode event : some.get().node()) {
                events.add(JsonRow.of(event, kind));
            }
        }
        return events;
    }

    /** By how much a share of the day has become more since. */
    private double sharesSince(LocalDate day) {
        return ratios.tailMap(day, false).values().stream().flatMap(Set::stream).reduce(1.0, (one, two) -> one * two);
    }

    /** A payment is told from another by its kind, its moment and its amount. */
    void actions(String ticker, Asked asked, DataSink sink) throws UnreadableAnswer {
        DailyActions actions = new DailyActions(market);
        ratios.forEach((day, some) -> {
            if (asked.covers(day)) {
                some.forEach(ratio -> actions.split(ticker, day, ratio));
            }
        });
        for (String kind : List.of("dividends", "capitalGains")) {
            for (JsonRow paid : events(kind)) {
                LocalDate day = day(paid.whole("date"));
                if (asked.covers(day)) {
                    dividend(ticker, kind, day, paid, actions, sink);
                }
            }
        }
        actions.deliver(sink);
    }

    private void dividend(String ticker, String kind, LocalDate day, JsonRow paid, DailyActions actions, DataSink sink)
            throws UnreadableAnswer {
        String currency = paid.textIf("currency").orElse(currency());
        if (!currency.equals(market.currency())) {
            sink.refuse(0, ticker, day.toString(), "dividend in " + currency);
            return;
        }
        double amount = paid.number("amount");
        try {
            actions.dividend(ticker, day, single(amount * sharesSince(day)), List.of(kind, paid.whole("date"), amount));
        } catch (IllegalArgumentException e) {
            sink.refuse(0, ticker, day.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static double single(double value) {
        return new BigDecimal(value).round(SINGLE).doubleValue();
    }

    void bars(String ticker, Asked asked, DataSink sink) throws UnreadableAnswer {
        GatheredBars<LocalDate> bars = new GatheredBars<>();
        Set<LocalDate> seen = new HashSet<>();
        each((stamp, columns, row) -> {
            LocalDate day = day(stamp);
            boolean ofTheMoment = !seen.add(day) && day.equals(day(columns.latest()));
            if (!asked.covers(day) || ofTheMoment) {
                return;
            }
            try {
                if (!columns.isEmpty(row)) {
                    bars.add(day, values(columns, row, sharesSince(day)));
                }
            } catch (UnreadableAnswer e) {
                sink.refuse(0, ticker, day.toString(), String.valueOf(e.getMessage()));
            }
        });
        bars.deliver(
                (day, values) -> sink.bar(0, market, ticker, day, values),
                day -> sink.refuse(0, ticker, day.toString(), GatheredBars.CONTRADICTING));
    }

    /** What is done with a row. */
    private interface Row {
        void take(long stamp, Columns columns, int row) throws UnreadableAnswer;
    }

    private void each(Row taker) throws UnreadableAnswer {
        List<JsonNode> stamps = chart.list("timestamp");
        List<JsonRow> quotes = chart.row("indicators").rows("quote");
        if (stamps.isEmpty() || quotes.isEmpty()) {
            return;
        }
        for (int i = 0; i < stamps.size(); i++) {
            if (!stamps.get(i).isIntegralNumber()) {
                throw new UnreadableAnswer("timestamp[" + i + "] is no whole number");
            }
        }
        long latest = stamps.get(stamps.size() - 1).longValue();
        Columns columns = new Columns(quotes.get(0), stamps.size(), latest);
        for (int i = 0; i < stamps.size(); i++) {
            taker.take(stamps.get(i).longValue(), columns, i);
        }
    }

    /**
     * Adds the minutes of a chart of minutes, by their start. A stamp within a minute is that of the price of the moment.
     *
     * @param days the daily chart, which has the splits until now
     * @param refusals takes the start of a minute that cannot be read, and why
     */
    void minutes(
            Chart days, Predicate<Instant> wanted, GatheredBars<Instant> bars, BiConsumer<Instant, String> refusals)
            throws UnreadableAnswer {
        Set<Long> seen = new HashSet<>();
        each((stamp, columns, row) -> {
            Instant start = Instant.ofEpochSecond(stamp);
            boolean ofTheMoment = stamp % MINUTE != 0 || !seen.add(stamp) && stamp == columns.latest();
            if (!wanted.test(start) || ofTheMoment) {
                return;
            }
            try {
                if (!columns.isEmpty(row)) {
                    bars.add(start, values(columns, row, days.sharesSince(days.day(stamp))));
                }
            } catch (UnreadableAnswer e) {
                refusals.accept(start, String.valueOf(e.getMessage()));
            }
        });
    }

    private BarValues values(Columns columns, int row, double shares) throws UnreadableAnswer {
        return new BarValues(
                price(columns.value("open", row), shares),
                price(columns.value("high", row), shares),
                price(columns.value("low", row), shares),
                price(columns.value("close", row), shares),
                Math.rint(columns.value("volume", row) / shares));
    }

    /** Without the noise of single precision, which no price has further back than its last digit. */
    private double price(double adjusted, double shares) {
        double raw = adjusted * shares;
        if (!Double.isFinite(raw)) {
            return Double.NaN;
        }
        BigDecimal price = new BigDecimal(raw);
        BigDecimal rounded = price.setScale(digits, RoundingMode.HALF_EVEN);
        return (rounded.precision() > SINGLE.getPrecision() ? price.round(SINGLE) : rounded).doubleValue();
    }

    /** The parallel lists of values; one that is missing holds nothing. */
    private static final class Columns {

        private final Map<String, List<JsonNode>> lists = new TreeMap<>();
        private final long latest;

        /** @param latest stamp of the last row */
        Columns(JsonRow quote, int size, long latest) throws UnreadableAnswer {
            this.latest = latest;
            for (String name : List.of("open", "high", "low", "close", "volume")) {
                List<JsonNode> list = quote.list(name);
                if (!list.isEmpty() && list.size() != size) {
                    throw new UnreadableAnswer(name + " has " + list.size() + " values for " + size + " rows");
                }
                lists.put(name, list);
            }
        }

        long latest() {
            return latest;
        }

        boolean isEmpty(int row) throws UnreadableAnswer {
            return Double.isNaN(value("open", row))
                    && Double.isNaN(value("high", row))
                    && Double.isNaN(value("low", row))
                    && Double.isNaN(value("close", row));
        }

        double value(String name, int row) throws UnreadableAnswer {
            List<JsonNode> list = lists.get(name);
            JsonNode value = list.isEmpty() ? null : list.get(row);
            if (value == null || value.isNull()) {
                return Double.NaN;
            }
            if (!value.isNumber()) {
                throw new UnreadableAnswer(name + "[" + row + "] is no number");
            }
            return Double.isFinite(value.doubleValue()) ? value.doubleValue() : Double.NaN;
        }
    }
}
