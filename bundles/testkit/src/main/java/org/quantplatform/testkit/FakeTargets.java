package org.quantplatform.testkit;

import org.quantplatform.spi.strategy.Targets;

/** Keeps what a strategy sets and refuses what the platform would refuse. */
public final class FakeTargets implements Targets {

    private final double[] weights;

    public FakeTargets(int assets) {
        weights = new double[assets];
    }

    @Override
    public void set(int asset, double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight of asset " + asset + " was " + weight);
        }
        weights[asset] = weight;
    }

    /** One per asset, 0 where none was set. */
    public double[] weights() {
        return weights.clone();
    }

    public double sum() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }
}
