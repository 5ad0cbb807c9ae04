package org.quantplatform.catalog.internal;

import java.util.Arrays;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.strategy.PositionColumn;
import org.quantplatform.spi.strategy.Strategy;

/** Tries a strategy on made-up days. */
final class StrategyProbe {

    private static final double ROUNDING = 1e-9;

    /** What a portfolio may be worth, longs and shorts together, when half of it is lent. */
    private static final double MOST_GROSS = 2;

    private StrategyProbe() {}

    /** @throws Refusal with the first thing that is wrong */
    static <P extends Record> void run(Strategy<P> strategy, P parameters) {
        Refusal.unless(strategy.schedule(parameters) != null, "its schedule is null");
        Requirements needs = strategy.requires(parameters);
        Refusal.unless(needs != null, "its requirements are null");
        for (ProbeSnapshot snapshot : ProbeSnapshot.all(needs)) {
            ProbeTargets decided = decide(strategy, snapshot, parameters);
            Refusal.unless(
                    decided.sameAs(decide(strategy, snapshot, parameters)),
                    "sets other weights for the same day the second time, on " + snapshot.what());
            double net = Arrays.stream(decided.weights()).sum();
            double gross = Arrays.stream(decided.weights()).map(Math::abs).sum();
            Refusal.unless(net <= 1 + ROUNDING, "sets weights that sum to " + net + " on " + snapshot.what());
            Refusal.unless(
                    gross <= MOST_GROSS + ROUNDING,
                    "sets weights whose sizes sum to " + gross + " on " + snapshot.what());
        }
        if (strategy instanceof PositionColumn<?> column) {
            PositionProbe.run(column, parameters, needs);
        }
    }

    private static <P extends Record> ProbeTargets decide(Strategy<P> strategy, ProbeSnapshot snapshot, P parameters) {
        ProbeTargets targets = new ProbeTargets(snapshot.assets());
        try {
            strategy.decide(snapshot, parameters, targets);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | OutOfMemoryError e) {
            throw Refusal.thrown("decide, on " + snapshot.what() + ",", e);
        }
        Refusal.unless(targets.sound(), "sets a weight that is no number on " + snapshot.what());
        return targets;
    }
}
