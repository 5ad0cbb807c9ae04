package org.quantplatform.source.yfinance.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

/** Accounts of up to four years or five quarters, taken for published a stated number of days after their period. */
final class Accounts {

    private static final Map<String, String> FLOWS = new TreeMap<>(Map.of(
            "TotalRevenue", "revenue",
            "GrossProfit", "gross_profit",
            "OperatingIncome", "operating_income",
            "NetIncome", "net_income",
            "EBITDA", "ebitda",
            "OperatingCashFlow", "operating_cash_flow",
            "FreeCashFlow", "free_cash_flow",
            "BasicEPS", "earnings_per_share"));
    private static final Map<String, String> LEVELS = new TreeMap<>(Map.of(
            "TotalAssets", "total_assets",
            "StockholdersEquity", "book_value",
            "TotalDebt", "total_debt",
            "CashAndCashEquivalents", "cash",
            "ShareIssued", "shares_outstanding"));

    private final YahooApi api;
    private final Market market;
    private final String ticker;
    private final DataSink sink;

    /** What stands at a year's end is told with the year and with its last quarter. */
    private final Set<String> delivered = new HashSet<>();

    Accounts(YahooApi api, Market market, String ticker, DataSink sink) {
        this.api = api;
        this.market = market;
        this.ticker = ticker;
        this.sink = sink;
    }

    void deliver(String symbol, Asked asked, int lag) throws IOException {
        List<String> types = new ArrayList<>();
        for (String prefix : List.of("annual", "quarterly")) {
            FLOWS.keySet().forEach(name -> types.add(prefix + name));
            LEVELS.keySet().forEach(name -> types.add(prefix + name));
        }
        for (JsonRow series : api.series(
                symbol, types, start(asked.from(), lag), start(asked.to().plusDays(1), lag))) {
            for (String type : types) {
                for (JsonNode point : series.list(type)) {
                    if (!point.isNull()) {
                        point(type, JsonRow.of(point, type), asked, lag);
                    }
                }
            }
        }
    }

    /** The provider goes by the end of the period. */
    private static Instant start(LocalDate published, int lag) {
        Instant end = published.minusDays(lag).atStartOfDay(ZoneOffset.UTC).toInstant();
        return end.isBefore(Instant.EPOCH) ? Instant.EPOCH : end;
    }

    private void point(String type, JsonRow point, Asked asked, int lag) throws UnreadableAnswer {
        Optional<LocalDate> end = point.dateIf("asOfDate");
        Optional<JsonRow> reported = point.rowIf("reportedValue");
        if (end.isEmpty() || reported.isEmpty()) {
            sink.refuse(0, ticker, "", type + " without the end of its period or its value");
            return;
        }
        double value = reported.get().numberIf("raw");
        String currency = point.textIf("currencyCode").orElse(market.currency());
        LocalDate published = end.get().plusDays(lag);
        if (!asked.covers(published) || Double.isNaN(value)) {
            return;
        }
        if (!currency.equals(market.currency())) {
            sink.refuse(0, ticker, end.get().toString(), type + " in " + currency);
            return;
        }
        if (delivered.add(item(type) + end.get())) {
            sink.fundamental(new Fundamental(market, ticker, item(type), end.get(), published, value));
        }
    }

    private static String item(String type) {
        boolean year = type.startsWith("annual");
        String name = type.substring(year ? "annual".length() : "quarterly".length());
        if (LEVELS.containsKey(name)) {
            return LEVELS.get(name);
        }
        return year ? FLOWS.get(name) + "_fy" : FLOWS.get(name);
    }
}
