package org.quantplatform.source.polygon.internal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.GatheredBars;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.WebRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * Daily bars, ticker by ticker or day by day, whichever takes fewer requests. Bars are stamped with an instant, midnight
 * in New York or 16:00 there; the day is told in that zone.
 */
final class DailyBars {

    private static final String MOST = "50000";

    private final PolygonApi api;
    private final DataSink sink;

    DailyBars(PolygonApi api, DataSink sink) {
        this.api = api;
        this.sink = sink;
    }

    void deliver(Asked asked) throws IOException {
        List<LocalDate> sessions = asked.from()
                .datesUntil(asked.to().plusDays(1))
                .filter(day -> sink.isSession(Market.US, day))
                .toList();
        if (asked.tickers().isEmpty() || asked.tickers().size() > sessions.size()) {
            Set<String> wanted = Set.copyOf(asked.tickers());
            for (LocalDate day : sessions) {
                day(day, wanted);
            }
            return;
        }
        for (String ticker : asked.tickers()) {
            ticker(ticker, asked);
        }
    }

    private void ticker(String ticker, Asked asked) throws IOException {
        GatheredBars<LocalDate> bars = new GatheredBars<>();
        String path =
                "/v2/aggs/ticker/" + WebRequest.encoded(ticker) + "/range/1/day/" + asked.from() + "/" + asked.to();
        api.each(path, Map.of("adjusted", "false", "sort", "asc", "limit", MOST), row -> {
            LocalDate date = date(row);
            if (!asked.covers(date)) {
                sink.refuse(0, ticker, date.toString(), "a day that was not asked for");
            } else {
                add(row, date, bars, reason -> sink.refuse(0, ticker, date.toString(), reason));
            }
        });
        bars.deliver(
                (date, values) -> bar(ticker, date, values),
                date -> sink.refuse(0, ticker, date.toString(), GatheredBars.CONTRADICTING));
    }

    private void day(LocalDate day, Set<String> wanted) throws IOException {
        JsonRow body = api.get(
                "/v2/aggs/grouped/locale/us/market/stocks/" + day, Map.of("adjusted", "false", "include_otc", "false"));
        GatheredBars<String> bars = new GatheredBars<>();
        for (JsonRow row : body.rows("results")) {
            String ticker = row.text("T");
            if (!wanted.isEmpty() && !wanted.contains(ticker)) {
                continue;
            }
            if (sink.cancelled()) {
                throw new FetchCancelled();
            }
            if (!date(row).equals(day)) {
                sink.refuse(0, ticker, date(row).toString(), "a day that was not asked for");
            } else {
                add(row, ticker, bars, reason -> sink.refuse(0, ticker, day.toString(), reason));
            }
        }
        bars.deliver(
                (ticker, values) -> bar(ticker, day, values),
                ticker -> sink.refuse(0, ticker, day.toString(), GatheredBars.CONTRADICTING));
    }

    private static LocalDate date(JsonRow row) throws UnreadableAnswer {
        return LocalDate.ofInstant(Instant.ofEpochMilli(row.whole("t")), Market.US.zone());
    }

    /** A bar whose numbers cannot be read is one refused row, not the end of all others. */
    static <T extends Comparable<? super T>> void add(
            JsonRow row, T at, GatheredBars<T> bars, Consumer<String> refusal) {
        try {
            bars.add(at, values(row));
        } catch (UnreadableAnswer e) {
            refusal.accept(String.valueOf(e.getMessage()));
        }
    }

    private void bar(String ticker, LocalDate date, BarValues values) {
        if (!sink.cancelled()) {
            sink.bar(0, Market.US, ticker, date, values);
        }
    }

    /** What an answer calls the values of a bar of any length. */
    private static BarValues values(JsonRow row) throws UnreadableAnswer {
        return new BarValues(
                row.numberIf("o"), row.numberIf("h"), row.numberIf("l"), row.numberIf("c"), row.numberIf("v"));
    }
}
