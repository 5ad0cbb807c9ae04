package org.quantplatform.source.yfinance.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.GatheredBars;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSink;

/**
 * Minutes of one share, a week for each request. They are adjusted for splits as days are, so that the daily chart is asked
 * for first, whose events reach until now.
 */
final class MinuteShare {

    /** The provider's own words say seven days, though it has been seen to give eight. */
    private static final Duration MOST = Duration.ofDays(7);

    private final YahooApi api;
    private final MinuteRequest request;
    private final String ticker;
    private final MinuteSink sink;
    private final GatheredBars<Instant> bars = new GatheredBars<>();

    MinuteShare(YahooApi api, MinuteRequest request, String ticker, MinuteSink sink) {
        this.api = api;
        this.request = request;
        this.ticker = ticker;
        this.sink = sink;
    }

    /** @param end from which on minutes may still change */
    void deliver(Instant now, Instant end) throws IOException {
        Market market = request.market();
        for (String symbol : Symbols.of(market, ticker)) {
            Optional<JsonRow> found =
                    api.chart(symbol, request.from().minus(Duration.ofHours(2)), now.plus(Duration.ofDays(1)));
            if (found.isPresent()) {
                deliver(symbol, new Chart(market, found.get()), end);
                return;
            }
        }
        sink.refuse(ticker, "", "the provider does not know it, or has nothing since " + request.firstDay());
    }

    private void deliver(String symbol, Chart days, Instant end) throws IOException {
        Market market = request.market();
        if (!days.currency().equals(market.currency())) {
            sink.refuse(ticker, "", "prices in " + days.currency() + ", not in " + market.currency());
            return;
        }
        Instant last = request.to().isAfter(end) ? end : request.to();
        for (Instant from = request.from(); from.isBefore(last); from = from.plus(MOST)) {
            if (sink.cancelled()) {
                throw new FetchCancelled();
            }
            Instant to = from.plus(MOST).isAfter(last) ? last : from.plus(MOST);
            Optional<JsonRow> minutes = api.minutes(symbol, from, to);
            if (minutes.isPresent()) {
                week(new Chart(market, minutes.get()), days, from, to);
            }
        }
        bars.deliver(
                (start, values) -> sink.bar(ticker, start, values), start -> refuse(start, GatheredBars.CONTRADICTING));
    }

    /** Rows after the end of what was asked for, which the provider is known to send, are of the next week or of the moment. */
    private void week(Chart minutes, Chart days, Instant from, Instant to) throws IOException {
        minutes.minutes(days, start -> !start.isBefore(from) && start.isBefore(to), bars, this::refuse);
    }

    private void refuse(Instant start, String reason) {
        sink.refuse(ticker, start.toString(), reason);
    }
}
