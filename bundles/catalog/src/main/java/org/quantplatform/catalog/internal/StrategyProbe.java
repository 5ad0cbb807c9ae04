package org.quantplatform.catalog.internal;

import java.util.Arrays;
import org.quantplatform.spi.strategy.Strategy;

/** Tries a strategy on made-up days. */
final class StrategyProbe {

    private static final double ROUNDING = 1e-9;

    private StrategyProbe() {}

    /** @throws Refusal with the first thing that is wrong */
    static <P extends Record> void run(Strategy<P> strategy, P parameters) {
        Refusal.unless(strategy.schedule(parameters) != null, "its schedule is null");
        for (ProbeSnapshot snapshot : ProbeSnapshot.all()) {
            double[] weights = decide(strategy, snapshot, parameters);
            Refusal.unless(
                    Arrays.equals(weights, decide(strategy, snapshot, parameters)),
                    "sets other weights for the same day the second time, on " + snapshot.what());
            double sum = 0;
            for (double weight : weights) {
                sum += weight;
            }
            Refusal.unless(sum <= 1 + ROUNDING, "sets weights that sum to " + sum + " on " + snapshot.what());
        }
    }

    private static <P extends Record> double[] decide(Strategy<P> strategy, ProbeSnapshot snapshot, P parameters) {
        double[] weights = new double[snapshot.assets()];
        try {
            strategy.decide(snapshot, parameters, (asset, weight) -> {
                if (!(weight >= 0) || Double.isInfinite(weight)) {
                    weights[asset] = Double.NaN;
                    throw new IllegalArgumentException("weight must be finite and not negative, was " + weight);
                }
                weights[asset] = weight;
            });
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw Refusal.thrown("decide, on " + snapshot.what() + ",", e);
        }
        for (double weight : weights) {
            Refusal.unless(!Double.isNaN(weight), "sets a weight that is negative or no number on " + snapshot.what());
        }
        return weights;
    }
}
