package org.quantplatform.source.polygon.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.quantplatform.source.http.GatheredBars;
import org.quantplatform.source.http.WebRequest;
import org.quantplatform.spi.data.DataSink.BarValues;
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
        GatheredBars<Instant> bars = new GatheredBars<>();
        String path = "/v2/aggs/ticker/" + WebRequest.encoded(ticker) + "/range/1/minute/"
                + request.from().toEpochMilli() + "/" + (to.toEpochMilli() - 1);
        api.each(path, Map.of("adjusted", "false", "sort", "asc", "limit", MOST), row -> {
            Instant start = Instant.ofEpochMilli(row.whole("t"));
            if (!request.covers(start)) {
                sink.refuse(ticker, start.toString(), "a minute that was not asked for");
            } else {
                DailyBars.add(row, start, bars, reason -> sink.refuse(ticker, start.toString(), reason));
            }
        });
        bars.deliver(
                (start, values) -> bar(ticker, start, values),
                start -> sink.refuse(ticker, start.toString(), GatheredBars.CONTRADICTING));
    }

    private void bar(String ticker, Instant start, BarValues values) {
        if (!sink.cancelled()) {
            sink.bar(ticker, start, values);
        }
    }
}
