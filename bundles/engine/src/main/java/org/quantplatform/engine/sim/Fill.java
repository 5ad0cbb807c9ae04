package org.quantplatform.engine.sim;

/** Terms of one fill, reused for all. */
final class Fill {

    final Bill bill = new Bill();
    int day;
    int signalDay;
    /** Undisturbed. */
    double price;
    /** With slippage and on the tick. */
    double executed;
    /** Fraction by which {@link #executed} is worse. */
    double slippage;
    /** Units of the account's currency for one of the asset's. */
    double rate = 1;
}
