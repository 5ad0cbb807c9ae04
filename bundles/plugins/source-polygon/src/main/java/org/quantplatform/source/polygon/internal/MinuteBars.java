package org.quantplatform.source.polygon.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.WebRequest;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSink;

/** Minutes by their start, from 04:00 to 20:00 in New York; one in which nothing was traded is absent. */
final class MinuteBars {

    private static final String MOST = "50000";

    private final PolygonApi api;
    private final MinuteRequest request;
    private final MinuteSink sink;

    MinuteBars(PolygonApi api, MinuteRequest request, MinuteSink sink) {
        this.api = api;
        this.request = request;
        this.sink = sink;
    }

    /** @param end from which on minutes may still change */
    void deliver(Instant end) throws IOException {
        Instant to = request.to().isAfter(end) ? end : request.to();
        if (!request.from().isBefore(to)) {
            return;
        }
        for (String ticker : request.tickers()) {
            ticker(ticker, to);
        }
    }

    /** Both ends of the range are inclusive there. */
    private void ticker(String ticker, Instant to) throws IOException {
        Set<Instant> seen = new HashSet<>();
        String path = "/v2/aggs/ticker/" + WebRequest.encoded(ticker) + "/range/1/minute/"
                + request.from().toEpochMilli() + "/" + (to.toEpochMilli() - 1);
        api.each(path, Map.of("adjusted", "false", "sort", "asc", "limit", MOST), row -> {
            Instant start = Instant.ofEpochMilli(row.whole("t"));
            if (!request.covers(start)) {
                sink.refuse(ticker, start.toString(), "a minute that was not asked for");
            } else if (seen.add(start)) {
                bar(ticker, start, row);
            }
        });
    }

    /** A bar whose numbers cannot be read is one refused row, not the end of all others. */
    private void bar(String ticker, Instant start, JsonRow row) {
        try {
            sink.bar(ticker, start, DailyBars.values(row));
        } catch (UnreadableAnswer e) {
            sink.refuse(ticker, start.toString(), String.valueOf(e.getMessage()));
        }
    }
}
