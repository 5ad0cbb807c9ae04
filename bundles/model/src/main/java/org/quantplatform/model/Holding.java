package org.quantplatform.model;

import java.time.LocalDate;

/**
 * A position at a day's close.
 *
 * @param shares negative for a short position
 * @param price last known close in the market's currency
 * @param marketValue in the run's currency
 * @param weight of the portfolio's value, cash included
 * @param costBasis average cost of the shares held in the market's currency, costs of trading included
 * @param unrealizedPnl in the run's currency, at the day's exchange rate
 */
public record Holding(
        LocalDate date,
        String ticker,
        double shares,
        double price,
        double marketValue,
        double weight,
        double costBasis,
        double unrealizedPnl) {}
