package org.quantplatform.engine.sim;

/**
 * Interest, short positions and leverage. Rates are fractions per year; each bar charges the calendar days since the bar
 * before, simple, over {@code dayCount}.
 *
 * @param cashRate earned on cash less the value of short positions, where that is positive
 * @param debitRate paid on negative cash
 * @param borrowRate paid on the value of short positions
 * @param dayCount days of a year, 360, 365 or 252 and the like
 * @param allowsShort whether targets may be negative
 * @param maxLeverage largest sum of absolute positions over equity at a trade, at least 1
 * @param initialMargin equity over absolute positions down to which a margin call reduces them
 * @param maintenanceMargin equity over absolute positions below which, at a close, there is a margin call
 */
public record Financing(
        double cashRate,
        double debitRate,
        double borrowRate,
        double dayCount,
        boolean allowsShort,
        double maxLeverage,
        double initialMargin,
        double maintenanceMargin) {

    /** Long only, paid in full, cash earns nothing. */
    public static final Financing NONE = new Financing(0, 0, 0, 365, false, 1, 0.5, 0.25);

    public Financing {
        if (!(Math.abs(cashRate) <= 10 && Math.abs(debitRate) <= 10 && Math.abs(borrowRate) <= 10)) {
            throw new IllegalArgumentException("rates must be finite fractions per year, were " + cashRate + ", "
                    + debitRate + " and " + borrowRate);
        }
        if (!(dayCount >= 1 && dayCount <= 366)) {
            throw new IllegalArgumentException("dayCount must be 1 to 366, was " + dayCount);
        }
        if (!(maxLeverage >= 1 && maxLeverage <= 100)) {
            throw new IllegalArgumentException("maxLeverage must be 1 to 100, was " + maxLeverage);
        }
        if (!(maintenanceMargin > 0 && maintenanceMargin <= initialMargin && initialMargin <= 1)) {
            throw new IllegalArgumentException("margins must be above 0 and at most 1, the maintenance margin not above"
                    + " the initial one, were " + maintenanceMargin + " and " + initialMargin);
        }
    }

    /** True when positions may exceed what has been paid in. */
    public boolean margin() {
        return allowsShort || maxLeverage > 1;
    }

    boolean charges() {
        return cashRate != 0 || debitRate != 0 || borrowRate != 0;
    }
}
