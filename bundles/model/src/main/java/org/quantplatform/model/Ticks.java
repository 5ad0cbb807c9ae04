package org.quantplatform.model;

/** Rounds prices to multiples of a tick; a multiple comes out as the double nearest to its decimal form. */
public final class Ticks {

    /** Division leaves a difference of this size at most, in ticks. */
    private static final double TOLERANCE = 1e-6;

    private Ticks() {}

    public static double up(double price, double tick) {
        return multiple(Math.ceil(price / tick - TOLERANCE), tick);
    }

    public static double down(double price, double tick) {
        return multiple(Math.floor(price / tick + TOLERANCE), tick);
    }

    public static double halfUp(double price, double tick) {
        return multiple(Math.floor(price / tick + 0.5 + TOLERANCE), tick);
    }

    /** Of a tick that is 1 over a whole number the multiples are quotients, which are exact to the last bit. */
    private static double multiple(double rounded, double tick) {
        // the sum turns a negative zero into an ordinary one
        double count = rounded + 0.0;
        double perUnit = Math.rint(1 / tick);
        return tick < 1 && Math.abs(1 / tick - perUnit) < 1e-9 * perUnit ? count / perUnit : count * tick;
    }
}
