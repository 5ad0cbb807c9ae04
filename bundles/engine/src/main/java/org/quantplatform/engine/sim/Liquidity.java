package org.quantplatform.engine.sim;

/**
 * How much of a bar's volume an order may take.
 *
 * @param participation largest part of a bar's volume that all fills of an asset on that bar may have, above 0 and at most
 *     1; infinite for no limit
 * @param carry whether what could not be filled is tried again on the following bars, until the next decision; otherwise it
 *     is cancelled
 */
public record Liquidity(double participation, boolean carry) {

    public static final Liquidity UNLIMITED = new Liquidity(Double.POSITIVE_INFINITY, false);

    public Liquidity {
        if (!(participation > 0 && (participation <= 1 || participation == Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("participation must be above 0 and at most 1, was " + participation);
        }
    }

    boolean limited() {
        return participation <= 1;
    }
}
