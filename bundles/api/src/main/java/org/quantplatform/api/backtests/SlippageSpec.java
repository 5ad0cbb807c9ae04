package org.quantplatform.api.backtests;

import org.jspecify.annotations.Nullable;

/**
 * Slippage that grows with an order's size, beside what basis points take.
 *
 * @param strength factor of the model, 0 to 100: for {@code volume_share} 0.1 when left out, for {@code square_root} 1
 */
public record SlippageSpec(Model model, @Nullable Double strength) {

    /** How the price moves. */
    public enum Model {
        NONE,
        /** {@code strength × (shares / volume of the bar)²}. */
        VOLUME_SHARE,
        /** {@code strength × σ × √(shares / V)}, with daily volatility σ and mean volume V of the 21 bars before. */
        SQUARE_ROOT
    }

    public static final SlippageSpec NONE = new SlippageSpec(Model.NONE, null);
}
