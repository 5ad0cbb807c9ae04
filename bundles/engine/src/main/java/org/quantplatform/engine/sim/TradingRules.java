package org.quantplatform.engine.sim;

/** What an exchange allows, by asset and day. Must be pure. Without any of it, see {@link #lots}. */
@FunctionalInterface
public interface TradingRules {

    /** Shares of a board lot: buys are multiples of it, sells too unless they take an odd rest along. At least 1. */
    double lot(int asset, int day);

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

    /** True when shares bought on a day may not be sold on the same day. */
    default boolean sellsNextDay(int asset) {
        return false;
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
