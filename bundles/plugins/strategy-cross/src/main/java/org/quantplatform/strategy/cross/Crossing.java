package org.quantplatform.strategy.cross;

import org.quantplatform.spi.strategy.SignalStrategy.Signal;

/** Tells whether one average crossed another between two days: strictly on one side before, strictly on the other after. */
final class Crossing {

    /** Averages closer than this part of their size are equal: summation leaves such a difference between equal ones. */
    private static final double ROUNDING = 1e-12;

    private Crossing() {}

    /** {@code down} is the signal of a cross from above; NaN anywhere is no cross. */
    static Signal of(double fastBefore, double slowBefore, double fast, double slow, Signal down) {
        int before = side(fastBefore, slowBefore);
        int now = side(fast, slow);
        if (before < 0 && now > 0) {
            return Signal.LONG;
        }
        return before > 0 && now < 0 ? down : Signal.NONE;
    }

    private static int side(double fast, double slow) {
        double difference = fast - slow;
        return Math.abs(difference) > ROUNDING * Math.abs(slow) ? (int) Math.signum(difference) : 0;
    }
}
