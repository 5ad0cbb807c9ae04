package org.quantplatform.research.internal.backtests;

import org.quantplatform.spi.strategy.Targets;

/** Takes one day's decision. */
final class Decision implements Targets {

    private static final String MIXED = "either weights or hold, not both on one day";

    private final double[] targets;
    private final boolean shorts;
    private boolean weighed;
    private boolean held;

    Decision(double[] targets, boolean shorts) {
        this.targets = targets;
        this.shorts = shorts;
    }

    @Override
    public void set(int asset, double weight) {
        if (held) {
            throw new IllegalStateException(MIXED);
        }
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
        if (weighed) {
            throw new IllegalStateException(MIXED);
        }
        held = true;
    }

    boolean held() {
        return held;
    }
}
