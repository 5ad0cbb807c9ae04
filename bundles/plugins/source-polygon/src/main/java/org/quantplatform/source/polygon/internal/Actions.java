package org.quantplatform.source.polygon.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.DailyActions;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.DataSink;

/**
 * Splits and cash dividends, as they were paid; share by share or of all shares, whichever takes fewer requests. A dividend
 * is told from another by its id, since a special one may be of the same day and amount; a split may come under two ids.
 */
final class Actions {

    private static final String MOST = "1000";

    /** A page of dividends of all shares covers about as many days. */
    private static final int DAYS_PER_PAGE = 4;

    private final PolygonApi api;
    private final DataSink sink;

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
        DailyActions actions = new DailyActions(Market.US);
        api.each("/v3/reference/splits", query(asked, filter, "execution_date"), row -> {
            if (wanted.isEmpty() || wanted.contains(row.text("ticker"))) {
                split(row, actions);
            }
        });
        api.each("/v3/reference/dividends", query(asked, filter, "ex_dividend_date"), row -> {
            if (wanted.isEmpty() || wanted.contains(row.text("ticker"))) {
                dividend(row, actions);
            }
        });
        actions.deliver(sink);
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

    private void split(JsonRow row, DailyActions actions) throws UnreadableAnswer {
        LocalDate day = row.date("execution_date");
        try {
            actions.split(row.text("ticker"), day, row.number("split_to") / row.number("split_from"));
        } catch (IllegalArgumentException e) {
            refuse(row, day, String.valueOf(e.getMessage()));
        }
    }

    private void dividend(JsonRow row, DailyActions actions) throws UnreadableAnswer {
        LocalDate day = row.date("ex_dividend_date");
        String currency = row.textIf("currency").orElse(Market.US.currency());
        if (!List.of("USD", "usd").contains(currency)) {
            refuse(row, day, "dividend in " + currency);
            return;
        }
        Object told = row.has("id") ? row.text("id") : row.node();
        try {
            actions.dividend(row.text("ticker"), day, row.number("cash_amount"), told);
        } catch (IllegalArgumentException e) {
            refuse(row, day, String.valueOf(e.getMessage()));
        }
    }

    private void refuse(JsonRow row, LocalDate day, String reason) throws UnreadableAnswer {
        sink.refuse(0, row.text("ticker"), day.toString(), reason);
    }
}
