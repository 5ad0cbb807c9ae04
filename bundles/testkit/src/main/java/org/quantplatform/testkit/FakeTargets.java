package org.quantplatform.testkit;

import org.quantplatform.spi.strategy.Targets;

/** Keeps what a strategy decides and refuses what the platform would refuse. */
public final class FakeTargets implements Targets {

    private final double[] weights;
    private final boolean shorts;
    private boolean weighed;
    private boolean held;

    public FakeTargets(int assets) {
        this(assets, false);
    }

    /** @param allowsShort whether weights may be negative */
    public FakeTargets(int assets, boolean allowsShort) {
        this.weights = new double[assets];
        this.shorts = allowsShort;
    }

    @Override
    public void set(int asset, double weight) {
        if (held) {
            throw new IllegalStateException("weights after hold");
        }
        if (!Double.isFinite(weight) || weight < 0 && !shorts) {
            throw new IllegalArgumentException("weight of asset " + asset + " was " + weight);
        }
        weighed = true;
        weights[asset] = weight;
    }

    @Override
    public void hold() {
        if (weighed) {
            throw new IllegalStateException("hold after weights");
        }
        held = true;
    }

    /** One per asset, 0 where none was set. */
    public double[] weights() {
        return weights.clone();
    }

    /** True when the portfolio is to stay as it is. */
    public boolean held() {
        return held;
    }

    public double sum() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** Sum of the absolute weights. */
    public double gross() {
        double sum = 0;
        for (double weight : weights) {
            sum += Math.abs(weight);
        }
        return sum;
    }
}
