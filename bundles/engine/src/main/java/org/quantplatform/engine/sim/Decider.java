package org.quantplatform.engine.sim;

/** Says what the portfolio should hold; called by the simulator after the close of each decision day. */
@FunctionalInterface
public interface Decider {

    /**
     * Fills {@code targets} with the wanted weights, 0 meaning that the asset is sold. Not called on a day whose orders
     * could not be filled before the simulation ends.
     *
     * @param day index in the panel; nothing later may be used
     * @param weights current weights at the close, one per asset; read only, reused between calls
     * @param targets one per asset, all 0 on entry; each a finite fraction of the portfolio's value, negative for
     *     a short position where the terms allow it; what the sum leaves below 1 stays cash
     * @return false to leave the portfolio as it is
     */
    boolean decide(int day, double[] weights, double[] targets);

    /** The same for one that looks at more than weights or places orders; the simulator calls this one. */
    default boolean decide(int day, Account account, double[] targets) {
        return decide(day, account.weights(), targets);
    }
}
