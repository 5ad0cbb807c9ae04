package org.quantplatform.strategy.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quantplatform.strategy.allocation.BuyAndHoldStrategy.Params;
import org.quantplatform.testkit.FakeSnapshot;
import org.quantplatform.testkit.FakeTargets;
import org.quantplatform.testkit.StrategyContract;

class BuyAndHoldStrategyTest extends StrategyContract<Params> {

    @Override
    protected BuyAndHoldStrategy strategy() {
        return new BuyAndHoldStrategy();
    }

    @Test
    void buysEligibleOnesInEqualParts() {
        FakeTargets targets = new FakeTargets(3);
        strategy().decide(FakeSnapshot.ofScores(1, Double.NaN, 2), new Params(0.9), targets);
        assertThat(targets.weights()).containsExactly(0.45, 0, 0.45);
    }

    @Test
    void tradesNoMore() {
        FakeTargets targets = new FakeTargets(3);
        strategy().decide(FakeSnapshot.ofScores(1, 2, 2).withWeights(0, 0.1, 0), new Params(1), targets);
        assertThat(targets.held()).isTrue();
    }
}
