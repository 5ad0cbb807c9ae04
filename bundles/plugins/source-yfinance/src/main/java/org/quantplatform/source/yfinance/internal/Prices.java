package org.quantplatform.source.yfinance.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Dialogue;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.Messages;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.Tick;
import org.quantplatform.spi.data.TickSink;

/** Prices of the moment. The provider forgets who does not say again and again what is wanted. */
final class Prices implements Dialogue {

    private static final MathContext SINGLE = new MathContext(7, RoundingMode.HALF_EVEN);

    private final Market market;
    private final Map<String, String> tickers;
    private final Duration again;
    private final TickSink sink;

    /** @param tickers by the provider's symbols, in a defined order */
    Prices(Market market, Map<String, String> tickers, Duration again, TickSink sink) {
        this.market = market;
        this.tickers = tickers;
        this.again = again;
        this.sink = sink;
    }

    @Override
    public List<String> hello() {
        return List.of(Messages.text(Map.of("subscribe", List.copyOf(tickers.keySet()))));
    }

    @Override
    public List<String> heartbeat() {
        return hello();
    }

    @Override
    public Duration heartbeatEvery() {
        return again;
    }

    @Override
    public List<String> answer(String message) throws UnreadableAnswer {
        JsonRow row = JsonRow.of(Messages.json(message), "a message");
        if (row.has("message")) {
            Pricing pricing = Pricing.parse(row.text("message"));
            @Nullable String ticker = tickers.get(pricing.id());
            if (ticker != null) {
                sink.tick(new Tick(
                        market,
                        ticker,
                        Instant.ofEpochMilli(pricing.time()),
                        single(pricing.price()),
                        pricing.size(),
                        single(pricing.bid()),
                        single(pricing.ask())));
            }
        }
        return List.of();
    }

    private static double single(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(SINGLE).doubleValue() : Double.NaN;
    }
}
