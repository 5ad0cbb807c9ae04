package org.quantplatform.source.polygon.internal;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.ProviderRefusal;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.WebRequest;
import org.quantplatform.spi.data.DataSink;

/**
 * Instruments, those that no longer trade too. Sector and first day stand only in the details of a single ticker, which are
 * asked for as long as there are few.
 */
final class Tickers {

    private static final Set<String> FUNDS = Set.of("ETF", "ETN", "ETV", "ETS", "FUND");
    private static final String PATH = "/v3/reference/tickers";

    /** The lists take some thirty requests, whatever is looked for in them. */
    private static final int FEW = 200;

    private final PolygonApi api;
    private final DataSink sink;

    Tickers(PolygonApi api, DataSink sink) {
        this.api = api;
        this.sink = sink;
    }

    void deliver(Asked asked) throws IOException {
        if (asked.tickers().isEmpty()) {
            list(ticker -> true);
            return;
        }
        if (asked.tickers().size() > FEW) {
            Set<String> wanted = Set.copyOf(asked.tickers());
            Set<String> found = list(wanted::contains);
            asked.tickers().stream().filter(ticker -> !found.contains(ticker)).forEach(this::refuse);
            return;
        }
        for (String ticker : asked.tickers()) {
            one(ticker);
        }
    }

    private Set<String> list(Predicate<String> wanted) throws IOException {
        Set<String> seen = new HashSet<>();
        for (String active : List.of("true", "false")) {
            Map<String, String> query = query(active);
            query.put("limit", "1000");
            query.put("sort", "ticker");
            query.put("order", "asc");
            api.each(PATH, query, row -> {
                String ticker = row.text("ticker");
                if (wanted.test(ticker) && seen.add(ticker)) {
                    instrument(row);
                }
            });
        }
        return seen;
    }

    private void refuse(String ticker) {
        sink.refuse(0, ticker, "", "the provider does not know it");
    }

    private void one(String ticker) throws IOException {
        try {
            instrument(
                    api.get(PATH + "/" + WebRequest.encoded(ticker), Map.of()).row("results"));
            return;
        } catch (ProviderRefusal e) {
            if (e.status() != 404) {
                throw e;
            }
        }
        Map<String, String> query = query("false");
        query.put("ticker", ticker);
        Set<String> found = new HashSet<>();
        api.each(PATH, query, row -> {
            if (found.add(row.text("ticker"))) {
                instrument(row);
            }
        });
        if (found.isEmpty()) {
            refuse(ticker);
        }
    }

    private static Map<String, String> query(String active) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("market", "stocks");
        query.put("active", active);
        return query;
    }

    private void instrument(JsonRow row) throws UnreadableAnswer {
        String ticker = row.text("ticker");
        String currency = row.textIf("currency_name").orElse("usd").toUpperCase(Locale.ROOT);
        try {
            sink.instrument(new Instrument(
                    Market.US,
                    ticker,
                    row.textIf("primary_exchange").orElse(Market.US.exchange()),
                    row.textIf("name").orElse(ticker),
                    FUNDS.contains(row.textIf("type").orElse("CS")) ? AssetType.ETF : AssetType.STOCK,
                    row.textIf("sic_description").map(Tickers::readable).orElse(null),
                    currency,
                    row.dateIf("list_date").orElse(null),
                    delisted(row),
                    false));
        } catch (IllegalArgumentException e) {
            sink.refuse(0, ticker, "", String.valueOf(e.getMessage()));
        }
    }

    private static String readable(String capitals) {
        return capitals.isEmpty()
                ? capitals
                : capitals.charAt(0) + capitals.substring(1).toLowerCase(Locale.ROOT);
    }

    /** A plain date is written as midnight UTC, which in New York is the evening before. */
    private static @Nullable LocalDate delisted(JsonRow row) throws UnreadableAnswer {
        String text = row.textIf("delisted_utc").orElse("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            ZonedDateTime time = Instant.parse(text).atZone(ZoneOffset.UTC);
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? time.toLocalDate()
                    : time.withZoneSameInstant(Market.US.zone()).toLocalDate();
        } catch (DateTimeException e) {
            throw new UnreadableAnswer("delisted_utc is no instant: " + text, e);
        }
    }
}
