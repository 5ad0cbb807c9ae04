package org.quantplatform.engine.sim;

/** Receives the costs of one fill. One object serves a whole run, so that the daily loop allocates nothing. */
public final class Bill {

    /** What the broker takes, in cash, not negative. */
    public double commission;

    /** Taxes and fees of state and exchange, in cash, not negative. */
    public double tax;

    void reset() {
        commission = 0;
        tax = 0;
    }

    double total() {
        return commission + tax;
    }
}
