package org.quantplatform.engine.sim;

/** What an exchange allows, by asset and day. Must be pure. Without any of it, see {@link #lots}. */
@FunctionalInterface
public interface TradingRules {

    /** Shares of a board lot: buys are multiples of it, sells too unless they take an odd rest along. At least 1. */
    double lot(int asset, int day);

    /** Fewest shares of an order that does not close a position. At least 1. */
    default double least(int asset, int day) {
        return 1;
    }

    /** Step of prices around {@code price}; 0 when any price may be traded. */
    default double tick(int asset, int day, double price) {
        return 0;
    }

    /** Highest price of the day; nothing is bought at or above it. Infinite for none. */
    default double upLimit(int asset, int day) {
        return Double.POSITIVE_INFINITY;
    }

    /** Lowest price of the day; nothing is sold at or below it. 0 for none. */
    default double downLimit(int asset, int day) {
        return 0;
    }

    /** True when shares bought on the day may not be sold on it. */
    default boolean sellsNextDay(int asset, int day) {
        return false;
    }

    /** False when a short position may not be opened or enlarged on the day. */
    default boolean shorts(int asset, int day) {
        return true;
    }

    /** True when bars without volume are suspensions, on which nothing is filled. */
    default boolean needsVolume() {
        return false;
    }

    /** Board lots and nothing else. */
    static TradingRules lots(int[] lots) {
        for (int lot : lots) {
            if (lot < 1) {
                throw new IllegalArgumentException("a lot must have at least one share, was " + lot);
            }
        }
        int[] own = lots.clone();
        return (asset, day) -> own[asset];
    }
}
