package org.quantplatform.source.polygon.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.DataSink;

/**
 * Splits and cash dividends, as they were paid; share by share or of all shares, whichever takes fewer requests. A split may come twice under two ids; several dividends of a share on one
 * day are one action with their sum.
 */
final class Actions {

    private static final String MOST = "1000";

    /** A page of dividends of all shares covers about as many days. */
    private static final int DAYS_PER_PAGE = 4;

    private final PolygonApi api;
    private final DataSink sink;

    private record Day(String ticker, LocalDate date) implements Comparable<Day> {
        @Override
        public int compareTo(Day other) {
            int order = ticker.compareTo(other.ticker);
            return order != 0 ? order : date.compareTo(other.date);
        }
    }

    Actions(PolygonApi api, DataSink sink) {
        this.api = api;
        this.sink = sink;
    }

    void deliver(Asked asked) throws IOException {
        long pagesOfAll = 1 + ChronoUnit.DAYS.between(asked.from(), asked.to()) / DAYS_PER_PAGE;
        if (asked.tickers().isEmpty() || asked.tickers().size() > pagesOfAll) {
            deliver(asked, Map.of());
            return;
        }
        for (String ticker : asked.tickers()) {
            deliver(asked, Map.of("ticker", ticker));
        }
    }

    private void deliver(Asked asked, Map<String, String> filter) throws IOException {
        Set<String> wanted = Set.copyOf(asked.tickers());
        Map<Day, Double> splits = new TreeMap<>();
        api.each("/v3/reference/splits", query(asked, filter, "execution_date"), row -> {
            if (wanted.isEmpty() || wanted.contains(row.text("ticker"))) {
                split(row, splits);
            }
        });
        splits.forEach((day, ratio) -> act(day, Kind.SPLIT, ratio));
        Map<Day, Double> dividends = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        api.each("/v3/reference/dividends", query(asked, filter, "ex_dividend_date"), row -> {
            boolean asksFor = wanted.isEmpty() || wanted.contains(row.text("ticker"));
            if (asksFor && ids.add(row.textIf("id").orElseGet(() -> row.node().toString()))) {
                dividend(row, dividends);
            }
        });
        dividends.forEach((day, amount) -> act(day, Kind.DIVIDEND, amount));
    }

    private static Map<String, String> query(Asked asked, Map<String, String> filter, String day) {
        Map<String, String> query = new LinkedHashMap<>(filter);
        query.put(day + ".gte", asked.from().toString());
        query.put(day + ".lte", asked.to().toString());
        query.put("order", "asc");
        query.put("sort", day);
        query.put("limit", MOST);
        return query;
    }

    private void split(JsonRow row, Map<Day, Double> splits) throws UnreadableAnswer {
        Day day = new Day(row.text("ticker"), row.date("execution_date"));
        double ratio = row.number("split_to") / row.number("split_from");
        Double known = splits.putIfAbsent(day, ratio);
        if (known != null && known != ratio) {
            sink.refuse(0, day.ticker(), day.date().toString(), "two splits on one day that differ");
        }
    }

    private void dividend(JsonRow row, Map<Day, Double> dividends) throws UnreadableAnswer {
        Day day = new Day(row.text("ticker"), row.date("ex_dividend_date"));
        String currency = row.textIf("currency").orElse(Market.US.currency());
        if (!List.of("USD", "usd").contains(currency)) {
            sink.refuse(0, day.ticker(), day.date().toString(), "dividend in " + currency);
            return;
        }
        dividends.merge(day, row.number("cash_amount"), Double::sum);
    }

    private void act(Day day, Kind kind, double value) {
        try {
            sink.action(new CorporateAction(Market.US, day.ticker(), day.date(), kind, value));
        } catch (IllegalArgumentException e) {
            sink.refuse(0, day.ticker(), day.date().toString(), String.valueOf(e.getMessage()));
        }
    }
}
