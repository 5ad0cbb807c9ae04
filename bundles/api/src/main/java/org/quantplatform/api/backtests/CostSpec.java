package org.quantplatform.api.backtests;

import org.jspecify.annotations.Nullable;

/**
 * What trading costs: either basis points, or a profile of dated commissions, taxes and fees. The market's profile when
 * left out whole.
 *
 * @param commissionBps of executed value, each side, 0 to 1000
 * @param slippageBps of the undisturbed price, each side, 0 to 1000; 0 when left out
 * @param taxes whether the market's dated taxes and fees are charged too beside the basis points; false when left out
 * @param profile code of the market whose dated rules apply; not together with {@code commissionBps}
 * @param slippage a model by order size, added to the basis points; none when left out
 * @param conversionBps of an amount changed into another currency, 0 to 1000; 0 when left out
 * @param multiple of all of these, 0 to 100, to see how a result depends on costs; 1 when left out
 */
public record CostSpec(
        @Nullable Double commissionBps,
        @Nullable Double slippageBps,
        @Nullable Boolean taxes,
        @Nullable String profile,
        @Nullable SlippageSpec slippage,
        @Nullable Double conversionBps,
        @Nullable Double multiple) {

    /** At their own size. */
    public CostSpec(
            @Nullable Double commissionBps,
            @Nullable Double slippageBps,
            @Nullable Boolean taxes,
            @Nullable String profile,
            @Nullable SlippageSpec slippage,
            @Nullable Double conversionBps) {
        this(commissionBps, slippageBps, taxes, profile, slippage, conversionBps, null);
    }

    /** Without a model by order size. */
    public CostSpec(
            @Nullable Double commissionBps,
            @Nullable Double slippageBps,
            @Nullable Boolean taxes,
            @Nullable String profile) {
        this(commissionBps, slippageBps, taxes, profile, null, null);
    }
}
