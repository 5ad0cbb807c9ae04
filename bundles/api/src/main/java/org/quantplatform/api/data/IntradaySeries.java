package org.quantplatform.api.data;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * Bars of one instrument by the time at which they start, with prices as they were stated; arrays run beside {@code times},
 * absent is NaN.
 *
 * @param timeZone of the exchange, whose day a time's session is
 * @param next from where the query goes on; null when nothing is left of it
 */
public record IntradaySeries(
        Market market,
        String ticker,
        String currency,
        String timeframe,
        String timeZone,
        boolean synthetic,
        List<Instant> times,
        double[] open,
        double[] high,
        double[] low,
        double[] close,
        double[] volume,
        @Nullable Instant next) {}
