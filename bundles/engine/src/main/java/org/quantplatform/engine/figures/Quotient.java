package org.quantplatform.engine.figures;

/** A division that has no answer rather than an infinite one. */
final class Quotient {

    private Quotient() {}

    /** NaN when divided by 0. */
    static double of(double over, double under) {
        return under == 0 ? Double.NaN : over / under;
    }
}
