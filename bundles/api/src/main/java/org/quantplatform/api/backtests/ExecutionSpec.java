package org.quantplatform.api.backtests;

import org.jspecify.annotations.Nullable;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.ShareRule;

/**
 * How orders are filled.
 *
 * @param price {@code next_open} when left out
 * @param shares {@code whole} when left out
 * @param participation largest part of a bar's volume that the run may trade of an asset, above 0 and at most 1; no limit
 *     when left out
 * @param unfilled what becomes of what the market did not fill, {@code cancel} when left out
 * @param marketRules whether lots, ticks, daily limits, suspensions and bans of the exchange as of the day hold; {@code
 *     false} when left out, which knows the market's usual lot only. For prices as they were traded
 */
public record ExecutionSpec(
        @Nullable FillPrice price,
        @Nullable ShareRule shares,
        @Nullable Double participation,
        @Nullable Unfilled unfilled,
        @Nullable Boolean marketRules) {

    /** What becomes of the rest of an order. */
    public enum Unfilled {
        CANCEL,
        /** It is tried on the following bars, until the next decision. */
        CARRY
    }

    /** Without a limit by volume and without rules of the market. */
    public ExecutionSpec(@Nullable FillPrice price, @Nullable ShareRule shares) {
        this(price, shares, null, null, null);
    }
}
