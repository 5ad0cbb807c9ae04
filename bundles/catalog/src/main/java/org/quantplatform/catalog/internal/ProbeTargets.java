package org.quantplatform.catalog.internal;

import java.util.Arrays;
import org.quantplatform.spi.strategy.Targets;

/** Keeps what a strategy under trial decides, also what it tries to hide by catching the refusal. */
final class ProbeTargets implements Targets {

    private final double[] weights;
    private boolean sound = true;
    private boolean weighed;
    private boolean held;

    ProbeTargets(int assets) {
        this.weights = new double[assets];
    }

    @Override
    public void set(int asset, double weight) {
        if (!Double.isFinite(weight)) {
            sound = false;
            throw new IllegalArgumentException("weight must be finite, was " + weight);
        }
        if (held) {
            throw new IllegalStateException("either weights or hold, not both on one day");
        }
        weighed = true;
        weights[asset] = weight;
    }

    @Override
    public void hold() {
        if (weighed) {
            throw new IllegalStateException("either weights or hold, not both on one day");
        }
        held = true;
    }

    boolean sound() {
        return sound;
    }

    double[] weights() {
        return weights;
    }

    boolean sameAs(ProbeTargets other) {
        return held == other.held && Arrays.equals(weights, other.weights);
    }
}
