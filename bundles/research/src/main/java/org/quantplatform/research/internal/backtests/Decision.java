package org.quantplatform.research.internal.backtests;

import org.quantplatform.engine.sim.Account;
import org.quantplatform.model.Order;
import org.quantplatform.spi.strategy.Targets;

/** Takes one day's decision. */
final class Decision implements Targets {

    private final Account account;
    private final double[] targets;
    private final boolean shorts;
    private boolean weighed;
    private boolean changed;

    Decision(Account account, double[] targets, boolean shorts) {
        this.account = account;
        this.targets = targets;
        this.shorts = shorts;
    }

    @Override
    public void set(int asset, double weight) {
        refuseIf(changed);
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("a weight must be a finite number, was " + weight);
        }
        if (weight < 0 && !shorts) {
            throw new IllegalArgumentException(
                    "a weight must not be negative in a run without short positions, was " + weight);
        }
        weighed = true;
        targets[asset] = weight;
    }

    @Override
    public void hold() {
        refuseIf(weighed);
        changed = true;
    }

    @Override
    public void order(int asset, Order order) {
        refuseIf(weighed);
        changed = true;
        account.order(asset, order);
    }

    @Override
    public void cancel(int asset) {
        refuseIf(weighed);
        changed = true;
        account.cancel(asset);
    }

    private static void refuseIf(boolean mixed) {
        if (mixed) {
            throw new IllegalStateException("either weights, or hold and orders, not both on one day");
        }
    }

    /** True when the strategy stated changes instead of a whole portfolio. */
    boolean changesOnly() {
        return changed;
    }
}
