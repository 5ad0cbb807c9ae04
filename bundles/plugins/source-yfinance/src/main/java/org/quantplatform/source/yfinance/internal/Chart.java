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
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * A chart's rows made raw again: a price times, a volume by the ratios of all splits after its day. Days are told in the
 * exchange's zone; a stamp of the last two hours of a day, a fault of the provider's clock changes, is of the day after.
 * Of two rows of a day the first counts: the second is the price of the moment.
 */
final class Chart {

    private static final int LATE = 22;
    private static final int USUAL_DIGITS = 2;

    /** What single precision holds for certain. */
    private static final MathContext SINGLE = new MathContext(7, RoundingMode.HALF_EVEN);

    private final Market market;
    private final JsonRow chart;
    private final JsonRow meta;
    private final ZoneId zone;
    private final int digits;
    private final TreeMap<LocalDate, Double> splits = new TreeMap<>();

    Chart(Market market, JsonRow chart) throws IOException {
        this.market = market;
        this.chart = chart;
        this.meta = chart.row("meta");
        this.zone = zone(meta, market);
        double hint = meta.numberIf("priceHint");
        this.digits = Double.isNaN(hint) ? USUAL_DIGITS : Math.max(USUAL_DIGITS, Math.min(6, (int) hint));
        for (JsonRow split : events("splits")) {
            double ratio = split.number("numerator") / split.number("denominator");
            splits.merge(day(split.whole("date")), ratio, (one, two) -> one);
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
        return splits.tailMap(day, false).values().stream().reduce(1.0, (one, two) -> one * two);
    }

    void actions(String ticker, Asked asked, DataSink sink) throws UnreadableAnswer {
        splits.forEach((day, ratio) -> act(new CorporateAction(market, ticker, day, Kind.SPLIT, ratio), asked, sink));
        Map<LocalDate, Double> dividends = new TreeMap<>();
        for (String kind : List.of("dividends", "capitalGains")) {
            for (JsonRow paid : events(kind)) {
                LocalDate day = day(paid.whole("date"));
                String currency = paid.textIf("currency").orElse(currency());
                if (currency.equals(market.currency())) {
                    dividends.merge(day, paid.number("amount") * sharesSince(day), Double::sum);
                } else if (asked.covers(day)) {
                    sink.refuse(0, ticker, day.toString(), "dividend in " + currency);
                }
            }
        }
        dividends.forEach((day, amount) ->
                act(new CorporateAction(market, ticker, day, Kind.DIVIDEND, single(amount)), asked, sink));
    }

    private static void act(CorporateAction action, Asked asked, DataSink sink) {
        if (asked.covers(action.exDate())) {
            sink.action(action);
        }
    }

    private static double single(double value) {
        return new BigDecimal(value).round(SINGLE).doubleValue();
    }

    void bars(String ticker, Asked asked, DataSink sink) throws UnreadableAnswer {
        Set<LocalDate> seen = new HashSet<>();
        each((stamp, columns, row) -> {
            LocalDate day = day(stamp);
            if (asked.covers(day) && seen.add(day)) {
                bar(ticker, day, columns, row, sink);
            }
        });
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
        Columns columns = new Columns(quotes.get(0), stamps.size());
        for (int i = 0; i < stamps.size(); i++) {
            if (!stamps.get(i).isIntegralNumber()) {
                throw new UnreadableAnswer("timestamp[" + i + "] is no whole number");
            }
            taker.take(stamps.get(i).longValue(), columns, i);
        }
    }

    private void bar(String ticker, LocalDate day, Columns columns, int row, DataSink sink) {
        try {
            if (!columns.isEmpty(row)) {
                sink.bar(0, market, ticker, day, values(columns, row, sharesSince(day)));
            }
        } catch (UnreadableAnswer e) {
            sink.refuse(0, ticker, day.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** Takes the minutes of a chart of minutes, by their start. */
    interface Minutes {

        /** @param values null when they cannot be read, for the reason */
        void take(Instant start, @Nullable BarValues values, String reason);
    }

    /** @param days the daily chart, which has the splits until now */
    void minutes(Chart days, Minutes taker) throws UnreadableAnswer {
        each((stamp, columns, row) -> {
            Instant start = Instant.ofEpochSecond(stamp);
            try {
                if (!columns.isEmpty(row)) {
                    taker.take(start, values(columns, row, days.sharesSince(days.day(stamp))), "");
                }
            } catch (UnreadableAnswer e) {
                taker.take(start, null, String.valueOf(e.getMessage()));
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
        if (Double.isNaN(adjusted) || Double.isInfinite(adjusted)) {
            return Double.NaN;
        }
        BigDecimal price = new BigDecimal(adjusted * shares);
        BigDecimal rounded = price.setScale(digits, RoundingMode.HALF_EVEN);
        return (rounded.precision() > SINGLE.getPrecision() ? price.round(SINGLE) : rounded).doubleValue();
    }

    /** The parallel lists of values; one that is missing holds nothing. */
    private static final class Columns {

        private final Map<String, List<JsonNode>> lists = new TreeMap<>();

        Columns(JsonRow quote, int size) throws UnreadableAnswer {
            for (String name : List.of("open", "high", "low", "close", "volume")) {
                List<JsonNode> list = quote.list(name);
                if (!list.isEmpty() && list.size() != size) {
                    throw new UnreadableAnswer(name + " has " + list.size() + " values for " + size + " rows");
                }
                lists.put(name, list);
            }
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
            return value.doubleValue();
        }
    }
}
