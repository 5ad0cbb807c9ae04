package org.quantplatform.source.yfinance.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.source.http.WebRequest;

/** The three requests that are made. */
final class YahooApi {

    private static final String SUMMARY = "/v10/finance/quoteSummary/";

    private final WebClient client;
    private final WebClient describing;
    private final URI address;
    private final BooleanSupplier cancelled;

    /** @param describing asks with a crumb, which nothing but descriptions needs */
    YahooApi(WebClient client, WebClient describing, URI address, BooleanSupplier cancelled) {
        this.client = client;
        this.describing = describing;
        this.address = address;
        this.cancelled = cancelled;
    }

    /**
     * Daily rows and events.
     *
     * @return empty when the provider does not know the symbol, or has nothing of these days
     */
    Optional<JsonRow> chart(String symbol, Instant from, Instant to) throws IOException {
        return chart(symbol, from, to, "1d");
    }

    /**
     * Rows of minutes of at most a week within the last thirty days.
     *
     * @return empty when the provider has nothing of this time
     */
    Optional<JsonRow> minutes(String symbol, Instant from, Instant to) throws IOException {
        return chart(symbol, from, to, "1m");
    }

    private Optional<JsonRow> chart(String symbol, Instant from, Instant to, String interval) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("period1", String.valueOf(from.getEpochSecond()));
        query.put("period2", String.valueOf(to.getEpochSecond()));
        query.put("interval", interval);
        query.put("includePrePost", "false");
        query.put("events", "div,splits,capitalGains");
        try {
            return Optional.of(first(client, "/v8/finance/chart/" + WebRequest.encoded(symbol), query, "chart"));
        } catch (ProviderRefusal e) {
            if (e.status() == 404
                    || e.status() == 400 && String.valueOf(e.getMessage()).contains("Data doesn't exist")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** @return empty when the provider has none of the symbol */
    Optional<JsonRow> profile(String symbol) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("modules", "summaryProfile");
        query.put("corsDomain", "finance.yahoo.com");
        query.put("formatted", "false");
        query.put("symbol", symbol);
        try {
            return first(describing, SUMMARY + WebRequest.encoded(symbol), query, "quoteSummary")
                    .rowIf("summaryProfile");
        } catch (ProviderRefusal e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** One element for each type, in any order. */
    List<JsonRow> series(String symbol, List<String> types, Instant from, Instant to) throws IOException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("symbol", symbol);
        query.put("type", String.join(",", types));
        query.put("period1", String.valueOf(from.getEpochSecond()));
        query.put("period2", String.valueOf(to.getEpochSecond()));
        String path = "/ws/fundamentals-timeseries/v1/finance/timeseries/" + WebRequest.encoded(symbol);
        return answer(client, path, query).row("timeseries").rows("result");
    }

    private JsonRow answer(WebClient asking, String path, Map<String, String> query) throws IOException {
        return JsonRow.of(asking.send(WebRequest.get(WebRequest.uri(address, path, query)), cancelled));
    }

    private JsonRow first(WebClient asking, String path, Map<String, String> query, String envelope)
            throws IOException {
        List<JsonRow> rows = answer(asking, path, query).row(envelope).rows("result");
        if (rows.isEmpty()) {
            throw new UnreadableAnswer(address.getHost() + path + " answered without a result");
        }
        return rows.get(0);
    }
}
