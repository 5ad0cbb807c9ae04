package org.quantplatform.source.polygon.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.DataSink;

/**
 * Items of quarterly and annual accounts with the day of their filing. A row without that day (fourth quarters that the
 * provider derives) is refused: nobody can tell when it was known. Flows of a year end in {@code _fy}.
 */
final class Filings {

    private static final String MOST = "100";

    private final PolygonApi api;
    private final DataSink sink;

    /** One of their fields under our name. */
    private record Item(String statement, String field, String name, boolean flow) {}

    private static final List<Item> ITEMS = List.of(
            new Item("income_statement", "revenues", "revenue", true),
            new Item("income_statement", "gross_profit", "gross_profit", true),
            new Item("income_statement", "operating_income_loss", "operating_income", true),
            new Item("income_statement", "net_income_loss", "net_income", true),
            new Item("income_statement", "basic_earnings_per_share", "earnings_per_share", true),
            new Item("cash_flow_statement", "net_cash_flow_from_operating_activities", "operating_cash_flow", true),
            new Item("balance_sheet", "assets", "total_assets", false),
            new Item("balance_sheet", "liabilities", "total_liabilities", false),
            new Item("balance_sheet", "equity", "book_value", false));

    Filings(PolygonApi api, DataSink sink) {
        this.api = api;
        this.sink = sink;
    }

    void deliver(Asked asked) throws IOException {
        if (asked.tickers().isEmpty()) {
            deliver(
                    asked,
                    "",
                    Map.of(
                            "filing_date.gte",
                            asked.from().toString(),
                            "filing_date.lte",
                            asked.to().toString()));
            return;
        }
        for (String ticker : asked.tickers()) {
            deliver(asked, ticker, Map.of("ticker", ticker));
        }
    }

    /**
     * Of one share all rows are asked for, which takes no more requests: one without a filing date would otherwise go unseen,
     * and one that was filed long after its period, too.
     */
    private void deliver(Asked asked, String ticker, Map<String, String> filter) throws IOException {
        for (String timeframe : List.of("quarterly", "annual")) {
            Map<String, String> query = new TreeMap<>(filter);
            query.put("timeframe", timeframe);
            query.put("order", "asc");
            query.put("sort", ticker.isEmpty() ? "filing_date" : "period_of_report_date");
            query.put("limit", MOST);
            Set<String> seen = new HashSet<>();
            api.each(
                    "/vX/reference/financials",
                    query,
                    row -> filing(row, ticker.isEmpty() ? ticker(row) : ticker, asked, seen));
        }
    }

    private void filing(JsonRow row, String ticker, Asked asked, Set<String> seen) throws IOException {
        LocalDate end = row.date("end_date");
        Optional<LocalDate> filed = row.dateIf("filing_date");
        if (!asked.covers(filed.orElse(end)) || !seen.add(ticker + end + filed)) {
            return;
        }
        if (ticker.isEmpty() || filed.isEmpty()) {
            sink.refuse(
                    0,
                    ticker,
                    end.toString(),
                    ticker.isEmpty() ? "accounts of no ticker" : "accounts without a filing date");
            return;
        }
        boolean year = row.textIf("timeframe").orElse("").equals("annual");
        JsonRow statements = row.row("financials");
        for (Item item : ITEMS) {
            double value = value(statements, item);
            if (!Double.isNaN(value)) {
                deliver(item, year, new Filing(ticker, end, filed.get(), value));
            }
        }
    }

    private record Filing(String ticker, LocalDate end, LocalDate filed, double value) {}

    private static String ticker(JsonRow row) throws UnreadableAnswer {
        for (JsonNode ticker : row.list("tickers")) {
            if (ticker.isTextual()) {
                return ticker.textValue();
            }
        }
        return "";
    }

    private static double value(JsonRow statements, Item item) throws UnreadableAnswer {
        Optional<JsonRow> statement = statements.rowIf(item.statement());
        if (statement.isEmpty()) {
            return Double.NaN;
        }
        Optional<JsonRow> entry = statement.get().rowIf(item.field());
        if (entry.isEmpty() || !entry.get().textIf("unit").orElse("USD").startsWith("USD")) {
            return Double.NaN;
        }
        return entry.get().numberIf("value");
    }

    private void deliver(Item item, boolean year, Filing filing) {
        String name = year && item.flow() ? item.name() + "_fy" : item.name();
        try {
            sink.fundamental(
                    new Fundamental(Market.US, filing.ticker(), name, filing.end(), filing.filed(), filing.value()));
        } catch (IllegalArgumentException e) {
            sink.refuse(0, filing.ticker(), filing.filed().toString(), String.valueOf(e.getMessage()));
        }
    }
}
