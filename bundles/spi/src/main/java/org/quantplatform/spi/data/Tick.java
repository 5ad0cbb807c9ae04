package org.quantplatform.spi.data;

import java.time.Instant;
import java.util.Objects;
import org.quantplatform.model.Market;

/**
 * A trade, a quote, or both, as a provider tells it at the moment. What it does not tell is NaN.
 *
 * @param time of the event by the provider's clock
 * @param price of the latest trade, in the instrument's currency
 * @param size shares of the latest trade
 * @param bid best price at which somebody buys
 * @param ask best price at which somebody sells
 */
public record Tick(Market market, String ticker, Instant time, double price, double size, double bid, double ask) {

    public Tick {
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(ticker, "ticker");
        Objects.requireNonNull(time, "time");
    }
}
