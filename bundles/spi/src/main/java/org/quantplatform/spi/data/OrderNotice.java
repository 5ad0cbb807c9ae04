package org.quantplatform.spi.data;

import java.time.Instant;
import java.util.Objects;
import org.quantplatform.model.Market;
import org.quantplatform.model.Side;

/**
 * What became of an order that was given elsewhere, in the account whose key the source has. It tells neither the account
 * nor the customer.
 *
 * @param time of the event by the provider's clock
 * @param order the provider's number of it
 * @param shares dealt when it is filled, ordered otherwise
 * @param price at which they were dealt, NaN unless it is filled
 */
public record OrderNotice(
        Market market, String ticker, Instant time, String order, Kind kind, Side side, double shares, double price) {

    /** What happened. */
    public enum Kind {
        /** Taken in, also after a change. */
        ACCEPTED,
        REFUSED,
        /** Wholly or in part. */
        FILLED
    }

    public OrderNotice {
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(ticker, "ticker");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(side, "side");
    }
}
