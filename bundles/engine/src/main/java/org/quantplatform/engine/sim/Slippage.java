package org.quantplatform.engine.sim;

import org.quantplatform.model.Panel;

/** By how much a fill's price is worse than the undisturbed one. Must be pure: it may be asked several times for one fill. */
@FunctionalInterface
public interface Slippage {

    Slippage NONE = (asset, day, shares) -> 0;

    /** No model may move a price by more than this fraction. */
    double MOST = 0.5;

    /**
     * @param shares positive
     * @return fraction of the undisturbed price, 0 to {@link #MOST}; NaN when there is no market to fill the order
     */
    double fraction(int asset, int day, double shares);

    /** The same fraction for every fill, 0.0005 for five basis points. */
    static Slippage proportional(double fraction) {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("slippage must be at least 0 and below 1, was " + fraction);
        }
        return fraction == 0 ? NONE : (asset, day, shares) -> fraction;
    }

    /**
     * {@code impact × (shares / volume of the bar)²}, as zipline's volume-share model. Bars without volume fill nothing.
     *
     * @param prices stated prices with the field volume
     * @param impact at full participation, 0.1 in zipline
     */
    static Slippage volumeShare(Panel prices, double impact) {
        return Impact.volumeShare(prices, impact);
    }

    /**
     * {@code factor × σ × √(shares / V)} with the standard deviation σ of one-bar returns and the mean volume V of the 21
     * bars before the fill (the square-root law of Torre and of Almgren et al. 2005). Fewer than 5 of them with a price
     * and a volume fill nothing.
     *
     * @param adjusted prices and volumes without the steps of splits, on the days and assets that are simulated
     * @param factor about 1 by most measurements
     */
    static Slippage squareRoot(Panel adjusted, double factor) {
        return Impact.squareRoot(adjusted, factor);
    }

    /** Both together. */
    default Slippage plus(Slippage other) {
        if (this == NONE) {
            return other;
        }
        return other == NONE
                ? this
                : (asset, day, shares) ->
                        Math.min(MOST, fraction(asset, day, shares) + other.fraction(asset, day, shares));
    }
}
