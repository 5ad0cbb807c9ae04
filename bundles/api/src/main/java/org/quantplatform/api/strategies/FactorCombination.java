package org.quantplatform.api.strategies;

import org.jspecify.annotations.Nullable;

/**
 * How several factors are added up to one score: each day as the weighted sum of their z-scores across the universe. Learnt
 * weights come from the latest days whose forward returns were known on the day, and are equal while these are too few.
 *
 * @param horizon in bars of the forward returns behind learnt weights, 1 to 252; 21 when left out
 * @param window latest known days that learnt weights look at, 2 to 2520; 252 when left out
 * @param minDays known days from which on weights are learnt, 2 to {@code window}; a quarter of it, at least 2, when left out
 */
public record FactorCombination(
        Method method, @Nullable Integer horizon, @Nullable Integer window, @Nullable Integer minDays) {

    /** Where the weights come from. */
    public enum Method {
        /** From the request. */
        GIVEN,
        /** The same for each factor. */
        EQUAL,
        /** In proportion to the mean rank IC. */
        IC,
        /** In proportion to 1 over the standard deviation of the factor's returns. */
        INVERSE_VOLATILITY,
        /** Those of highest ICIR: the inverse covariance of the rank ICs times their means. */
        MAX_ICIR
    }
}
