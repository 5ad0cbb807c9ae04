package org.quantplatform.api.data;

import java.time.Instant;
import org.quantplatform.model.Market;

/**
 * The price of an instrument at the moment, as a source tells it. What it does not tell is NaN.
 *
 * @param time of the latest event by the source's clock
 * @param price of the latest trade, in the instrument's currency
 * @param size shares of the latest trade
 * @param bid best price at which somebody buys
 * @param ask best price at which somebody sells
 * @param dropped ticks of this ticker before this one that were left out, because the reader was slow
 */
public record LiveTick(
        Market market, String ticker, Instant time, double price, double size, double bid, double ask, long dropped) {

    /** None left out. */
    public LiveTick(Market market, String ticker, Instant time, double price, double size, double bid, double ask) {
        this(market, ticker, time, price, size, bid, ask, 0);
    }

    /** With the trade or the quote of an earlier tick where this one tells none. */
    public LiveTick after(LiveTick earlier) {
        boolean trade = !Double.isNaN(price);
        boolean quote = !Double.isNaN(bid) || !Double.isNaN(ask);
        return new LiveTick(
                market,
                ticker,
                time,
                trade ? price : earlier.price,
                trade ? size : earlier.size,
                quote ? bid : earlier.bid,
                quote ? ask : earlier.ask);
    }
}
