package org.quantplatform.model;

import java.util.List;
import java.util.Objects;

/**
 * What an exchange allowed for an instrument on a day.
 *
 * @param lots shares per board lot, by base price
 * @param leastShares of an order that is no rest; 1 where the lot says all
 * @param ticks by the price of the order
 * @param freeSessions trading days from the first on which no limit holds
 * @param sameDaySales whether shares may be sold on the day they were bought
 * @param shortSales whether shares that are not held may be sold
 * @param notes what stands in for what is not known, for people
 * @param sources where the facts come from
 */
public record TradingRule(
        PriceSteps lots,
        double leastShares,
        PriceSteps ticks,
        PriceLimit limit,
        int freeSessions,
        boolean sameDaySales,
        boolean shortSales,
        List<String> notes,
        List<String> sources) {

    public TradingRule {
        Objects.requireNonNull(lots, "lots");
        Objects.requireNonNull(ticks, "ticks");
        Objects.requireNonNull(limit, "limit");
        notes = List.copyOf(notes);
        sources = List.copyOf(sources);
        if (!(leastShares >= 1 && leastShares < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("leastShares must be at least 1, was " + leastShares);
        }
        if (freeSessions < 0) {
            throw new IllegalArgumentException("freeSessions must not be negative, was " + freeSessions);
        }
    }
}
