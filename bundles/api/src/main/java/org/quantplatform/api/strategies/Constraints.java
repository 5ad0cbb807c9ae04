package org.quantplatform.api.strategies;

import org.jspecify.annotations.Nullable;

/**
 * Limits on target weights; what a limit takes away stays cash.
 *
 * @param maxWeight of one asset, above 0 and at most 1, null for none
 * @param maxSectorWeight of all assets of one sector together, above 0 and at most 1, null for none
 */
public record Constraints(@Nullable Double maxWeight, @Nullable Double maxSectorWeight) {

    public static final Constraints NONE = new Constraints(null, null);
}
