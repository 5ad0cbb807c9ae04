package org.quantplatform.catalog.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quantplatform.model.Order;
import org.quantplatform.spi.strategy.Targets;

/** Keeps what a strategy under trial decides, also what it tries to hide by catching the refusal. */
final class ProbeTargets implements Targets {

    private final double[] weights;
    private final List<String> changes = new ArrayList<>();
    private boolean sound = true;
    private boolean weighed;
    private boolean changed;

    ProbeTargets(int assets) {
        this.weights = new double[assets];
    }

    @Override
    public void set(int asset, double weight) {
        if (!Double.isFinite(weight)) {
            sound = false;
            throw new IllegalArgumentException("weight must be finite, was " + weight);
        }
        refuseIf(changed);
        weighed = true;
        weights[asset] = weight;
    }

    @Override
    public void hold() {
        change("hold");
    }

    @Override
    public void order(int asset, Order order) {
        change(asset + " " + order);
    }

    @Override
    public void cancel(int asset) {
        change("cancel " + asset);
    }

    private void change(String what) {
        refuseIf(weighed);
        changed = true;
        changes.add(what);
    }

    private static void refuseIf(boolean mixed) {
        if (mixed) {
            throw new IllegalStateException("either weights, or hold and orders, not both on one day");
        }
    }

    boolean sound() {
        return sound;
    }

    double[] weights() {
        return weights;
    }

    boolean sameAs(ProbeTargets other) {
        return changes.equals(other.changes) && Arrays.equals(weights, other.weights);
    }
}
