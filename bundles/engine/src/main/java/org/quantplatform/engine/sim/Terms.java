package org.quantplatform.engine.sim;

import java.util.Objects;

/**
 * Under which terms a simulation trades.
 *
 * @param rules lots are used for whole shares only
 * @param withholding fraction of a cash dividend that is kept back as tax, 0 to 1
 */
public record Terms(
        Slippage slippage,
        TradingRules rules,
        Liquidity liquidity,
        Financing financing,
        Currencies currencies,
        double withholding) {

    public Terms {
        Objects.requireNonNull(slippage, "slippage");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(liquidity, "liquidity");
        Objects.requireNonNull(financing, "financing");
        if (!(withholding >= 0 && withholding <= 1)) {
            throw new IllegalArgumentException("withholding must be 0 to 1, was " + withholding);
        }
    }

    /** Board lots and a proportional slippage; nothing else gets in the way. */
    public static Terms plain(double slippage, int[] lots) {
        return new Terms(
                Slippage.proportional(slippage),
                TradingRules.lots(lots),
                Liquidity.UNLIMITED,
                Financing.NONE,
                Currencies.single("", lots.length),
                0);
    }
}
