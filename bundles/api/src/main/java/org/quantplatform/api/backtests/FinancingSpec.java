package org.quantplatform.api.backtests;

import org.jspecify.annotations.Nullable;

/**
 * Interest, short positions and leverage; what is left out has the default named. Rates are fractions per year of {@code
 * dayCount} days.
 *
 * @param cashRate earned on cash less the value of short positions, -1 to 1; 0
 * @param debitRate paid on negative cash, 0 to 1; 0
 * @param borrowRate paid on the value of short positions, 0 to 10; 0
 * @param dayCount 1 to 366; 365
 * @param allowShort whether weights may be negative; false
 * @param maxLeverage largest sum of absolute weights, 1 to 10; 1
 * @param initialMargin equity over absolute positions to which a margin call reduces them, above 0 and at most 1; 0.5, or 1
 *     over {@code maxLeverage} where that is less
 * @param maintenanceMargin equity over absolute positions below which there is a margin call, above 0 and at most {@code
 *     initialMargin}; half of that
 */
public record FinancingSpec(
        @Nullable Double cashRate,
        @Nullable Double debitRate,
        @Nullable Double borrowRate,
        @Nullable Double dayCount,
        @Nullable Boolean allowShort,
        @Nullable Double maxLeverage,
        @Nullable Double initialMargin,
        @Nullable Double maintenanceMargin) {

    /** Everything at its default. */
    public static final FinancingSpec NONE = new FinancingSpec(null, null, null, null, null, null, null, null);
}
