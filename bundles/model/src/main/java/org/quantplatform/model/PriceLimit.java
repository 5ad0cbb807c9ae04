package org.quantplatform.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a day's prices may move from the base price, which is the last close, changed by splits since then.
 *
 * @param fraction of the base price; 0 for {@code NONE} and {@code AMOUNT}
 * @param amounts by base price, for {@code AMOUNT} only
 * @param lessDividends whether the base price falls by a cash dividend on its ex-date
 */
public record PriceLimit(Method method, double fraction, @Nullable PriceSteps amounts, boolean lessDividends) {

    public static final PriceLimit NONE = new PriceLimit(Method.NONE, 0, null, false);

    /** How the limits follow from the base price. */
    public enum Method {
        NONE,
        /** The fraction is cut off to ticks of the base price; limits that are no tick move inwards. */
        FRACTION_INWARD,
        /** Rounded half up to the tick. */
        FRACTION_HALF_UP,
        /** So much above and below. */
        AMOUNT
    }

    /** Lowest and highest price; 0 and infinite for none. */
    public record Range(double low, double high) {

        public static final Range UNBOUNDED = new Range(0, Double.POSITIVE_INFINITY);
    }

    public PriceLimit {
        Objects.requireNonNull(method, "method");
        boolean byFraction = method == Method.FRACTION_INWARD || method == Method.FRACTION_HALF_UP;
        if (byFraction ? !(fraction > 0 && fraction < 1) : fraction != 0) {
            throw new IllegalArgumentException("the fraction of " + method + " was " + fraction);
        }
        if ((method == Method.AMOUNT) != (amounts != null)) {
            throw new IllegalArgumentException("amounts belong to AMOUNT, were " + amounts);
        }
    }

    /** Unbounded without a base price. */
    public Range around(double base, PriceSteps ticks) {
        if (!(base > 0) || base == Double.POSITIVE_INFINITY) {
            return Range.UNBOUNDED;
        }
        return switch (method) {
            case NONE -> Range.UNBOUNDED;
            case FRACTION_INWARD -> inward(base, Ticks.down(base * fraction, ticks.at(base)), ticks);
            case FRACTION_HALF_UP ->
                new Range(
                        Ticks.halfUp(base * (1 - fraction), ticks.at(base)),
                        Ticks.halfUp(base * (1 + fraction), ticks.at(base)));
            case AMOUNT -> inward(base, Objects.requireNonNull(amounts).at(base), ticks);
        };
    }

    private static Range inward(double base, double amount, PriceSteps ticks) {
        double low = Math.max(base - amount, 0);
        double high = base + amount;
        return new Range(Ticks.up(low, ticks.at(low)), Ticks.down(high, ticks.at(high)));
    }
}
