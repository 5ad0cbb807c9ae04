package org.quantplatform.source.yfinance.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataSink;

/** Everything of one share. */
final class Share {

    private final YahooApi api;
    private final Profiles profiles;
    private final Market market;
    private final String ticker;
    private final DataSink sink;

    Share(YahooApi api, Profiles profiles, Market market, String ticker, DataSink sink) {
        this.api = api;
        this.profiles = profiles;
        this.market = market;
        this.ticker = ticker;
        this.sink = sink;
    }

    /**
     * The chart is asked for until now whatever was the last day wanted: later splits are in the prices of all days.
     *
     * @param lag days from the end of a period to its publication, null when accounts are not wanted
     */
    void deliver(Asked asked, Instant now, @Nullable Integer lag) throws IOException {
        if (sink.cancelled()) {
            throw new FetchCancelled();
        }
        LocalDate first = asked.isEmptyRange() ? asked.to() : asked.from();
        Instant from = first.atStartOfDay(market.zone()).toInstant().minus(Duration.ofHours(2));
        for (String symbol : Symbols.of(market, ticker)) {
            Optional<JsonRow> found = api.chart(symbol, from, now.plus(Duration.ofDays(1)));
            if (found.isPresent()) {
                deliver(symbol, new Chart(market, found.get()), asked, lag);
                return;
            }
        }
        sink.refuse(0, ticker, "", "the provider does not know it, or has nothing since " + first);
    }

    private void deliver(String symbol, Chart chart, Asked asked, @Nullable Integer lag) throws IOException {
        if (!chart.currency().equals(market.currency())) {
            sink.refuse(0, ticker, "", "prices in " + chart.currency() + ", not in " + market.currency());
            return;
        }
        if (asked.wants(DataKind.INSTRUMENTS)) {
            instrument(symbol, chart);
        }
        if (asked.wants(DataKind.CORPORATE_ACTIONS)) {
            chart.actions(ticker, asked, sink);
        }
        if (asked.wants(DataKind.DAILY_BARS)) {
            chart.bars(ticker, asked, sink);
        }
        if (asked.wants(DataKind.FUNDAMENTALS) && lag != null) {
            new Accounts(api, market, ticker, sink).deliver(symbol, asked, lag);
        }
    }

    private void instrument(String symbol, Chart chart) throws IOException {
        Optional<String> sector = profiles.sector(symbol, reason -> sink.refuse(0, ticker, "", reason));
        JsonRow meta = chart.meta();
        String name = meta.textIf("longName").or(() -> Optional.of(ticker)).get();
        sink.instrument(new Instrument(
                market,
                ticker,
                Symbols.exchange(market, meta.textIf("exchangeName").orElse("")),
                name,
                Symbols.type(meta.textIf("instrumentType").orElse("EQUITY")),
                sector.orElse(null),
                market.currency(),
                chart.firstDay(),
                null,
                false));
    }
}
