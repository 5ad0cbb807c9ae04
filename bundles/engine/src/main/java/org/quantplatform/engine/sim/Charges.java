package org.quantplatform.engine.sim;

import org.quantplatform.model.Side;

/** What a fill costs. Must be pure: the simulator may ask several times while it sizes an order. */
@FunctionalInterface
public interface Charges {

    /** Neither commission nor taxes. */
    Charges NONE = (asset, day, side, shares, price, bill) -> {};

    /**
     * @param shares positive
     * @param price executed price, slippage included
     * @param bill zero on entry; takes commission and tax
     */
    void charge(int asset, int day, Side side, double shares, double price, Bill bill);

    /** A commission proportional to the executed value, 0.001 for 10 basis points, and no tax. */
    static Charges proportional(double rate) {
        return (asset, day, side, shares, price, bill) -> bill.commission = shares * price * rate;
    }
}
