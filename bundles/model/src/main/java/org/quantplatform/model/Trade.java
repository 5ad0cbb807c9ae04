package org.quantplatform.model;

import java.time.LocalDate;

/**
 * A fill.
 *
 * @param date day of the fill
 * @param signalDate day on whose close it was decided
 * @param shares positive
 * @param price executed price, slippage included
 * @param commission in cash, positive
 * @param tax taxes and exchange fees in cash, positive
 * @param slippage cost in cash against the undisturbed price, positive
 */
public record Trade(
        LocalDate date,
        LocalDate signalDate,
        String ticker,
        Side side,
        double shares,
        double price,
        double commission,
        double tax,
        double slippage) {

    /** Executed value without costs. */
    public double notional() {
        return shares * price;
    }
}
