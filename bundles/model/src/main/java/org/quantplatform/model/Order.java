package org.quantplatform.model;

import java.util.Objects;

/**
 * What a strategy asks the market to do with one asset. Start from {@link #shares} or {@link #toWeight}, then narrow:
 * {@code Order.shares(-100).stop(9.5).untilCancelled()}. Prices are stated ones, not adjusted for later events.
 *
 * @param amount for {@code SHARES} the number to trade, positive to buy and negative to sell; for {@code WEIGHT} the
 *     fraction of the portfolio's value to hold afterwards, negative for a short position
 * @param limit worst price accepted; NaN unless the type has one
 * @param stop price at which the order comes to life; NaN unless the type has one
 * @param lasting false for an order that is dropped at the end of the first bar after the decision
 * @param group orders of one asset with the same group other than 0 cancel each other: the first fill removes the rest
 */
public record Order(Unit unit, double amount, Type type, double limit, double stop, boolean lasting, int group) {

    /** What the amount counts. */
    public enum Unit {
        SHARES,
        WEIGHT
    }

    /** When and at which price it may be filled. */
    public enum Type {
        /** At the run's fill price of the next bar. */
        MARKET,
        /** At the close of the next bar. */
        MARKET_ON_CLOSE,
        /** At the limit or better. */
        LIMIT,
        /** At the market once the stop has been reached. */
        STOP,
        /** At the limit or better once the stop has been reached. */
        STOP_LIMIT
    }

    public Order {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(type, "type");
        if (!Double.isFinite(amount) || unit == Unit.SHARES && amount == 0) {
            throw new IllegalArgumentException("an order needs a finite amount other than 0 shares, was " + amount);
        }
        check("limit", limit, type == Type.LIMIT || type == Type.STOP_LIMIT);
        check("stop", stop, type == Type.STOP || type == Type.STOP_LIMIT);
        if (group < 0) {
            throw new IllegalArgumentException("group must not be negative, was " + group);
        }
    }

    private static void check(String what, double price, boolean wanted) {
        if (wanted ? !(price > 0 && price < Double.POSITIVE_INFINITY) : !Double.isNaN(price)) {
            throw new IllegalArgumentException(
                    what + (wanted ? " must be positive, was " : " is not wanted, was ") + price);
        }
    }

    /** A market order for a number of shares, positive to buy and negative to sell. */
    public static Order shares(double number) {
        return new Order(Unit.SHARES, number, Type.MARKET, Double.NaN, Double.NaN, false, 0);
    }

    /**
     * A market order for whatever is missing to the weight. The number of shares is settled when the order is filled, of
     * the portfolio's value at that price; the side is settled at the decision, by the weight held then.
     */
    public static Order toWeight(double weight) {
        return new Order(Unit.WEIGHT, weight, Type.MARKET, Double.NaN, Double.NaN, false, 0);
    }

    /** The same at the close of the bar. */
    public Order atClose() {
        return new Order(unit, amount, Type.MARKET_ON_CLOSE, Double.NaN, Double.NaN, lasting, group);
    }

    /** The same with a limit; after {@link #stop} it becomes a stop-limit order. */
    public Order limit(double price) {
        Type limited = type == Type.STOP ? Type.STOP_LIMIT : Type.LIMIT;
        return new Order(unit, amount, limited, price, stop, lasting, group);
    }

    /** The same with a stop; after {@link #limit} it becomes a stop-limit order. */
    public Order stop(double price) {
        Type stopped = type == Type.LIMIT ? Type.STOP_LIMIT : Type.STOP;
        return new Order(unit, amount, stopped, limit, price, lasting, group);
    }

    /** The same, good on every bar until it is filled or cancelled, or its asset is delisted. */
    public Order untilCancelled() {
        return new Order(unit, amount, type, limit, stop, true, group);
    }

    /** The same, cancelled by the first fill of another order of its asset with this group. */
    public Order oneOf(int number) {
        return new Order(unit, amount, type, limit, stop, lasting, number);
    }
}
