package org.quantplatform.model;

import java.time.LocalDate;

/**
 * A position at a day's close.
 *
 * @param weight of the portfolio's value, cash included
 * @param costBasis average cost of the shares held, costs of buying included
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
