package org.quantplatform.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Rebalance;

class RebalanceRulesTest {

    private static final double[] FLAT = {10, 10, 10, 10, 10, 10};

    private static double weight(SimulationResult result, int asset, double price) {
        return result.finalShares()[asset] * price / result.equity()[result.equity().length - 1];
    }

    @Test
    void aBandTradesOnlyWhatIsOutside() {
        Scenario scenario = Scenario.of("A", 10, 10, 13, 13, 13, 13)
                .and("B", FLAT)
                .and("C", FLAT)
                .schedule(Rebalance.band(0.04, false));
        SimulationResult result = scenario.hold(0.3, 0.3, 0.3);

        // A is worth 0.39 of 1.09 then: out by 0.058; B and C are out by 0.025
        assertThat(result.trades().size()).isEqualTo(4);
        assertThat(result.trades().asset(3)).isZero();
        assertThat(weight(result, 0, 13)).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void aBandCanTradeToItsEdge() {
        SimulationResult result = Scenario.of("A", 10, 10, 13, 13, 13, 13)
                .and("B", FLAT)
                .schedule(Rebalance.band(0.04, true))
                .hold(0.3, 0.3);

        assertThat(weight(result, 0, 13)).isCloseTo(0.34, within(1e-9));
        assertThat(result.trades().size()).isEqualTo(3);
    }

    @Test
    void whatLeavesIsSoldWhateverTheBand() {
        SimulationResult result = Scenario.of("A", FLAT)
                .schedule(Rebalance.band(0.5, false))
                .run((day, weights, targets) -> {
                    targets[0] = day < 2 ? 0.1 : 0;
                    return true;
                });
        assertThat(result.finalShares()).containsExactly(0);
    }

    @Test
    void driftIsMeasuredFromTheLastDecision() {
        int[] asked = new int[6];
        Scenario.of("A", 10, 10, 11, 14, 14, 14).schedule(Rebalance.drift(0.05)).run((day, weights, targets) -> {
            asked[day]++;
            targets[0] = 0.5;
            return true;
        });

        // half the change of A's weight alone: 0.5 to 0.52, then to 0.58
        assertThat(asked).containsExactly(1, 0, 0, 0, 0, 0);
        Scenario.of("A", 10, 10, 11, 14, 14, 14).schedule(Rebalance.drift(0.03)).run((day, weights, targets) -> {
            asked[day]++;
            targets[0] = 0.5;
            return true;
        });
        assertThat(asked).containsExactly(2, 0, 0, 1, 0, 0);
    }

    @Test
    void volatilityIsComparedWithThatAfterTheLastDecision() {
        double[] closes = new double[60];
        for (int day = 0; day < closes.length; day++) {
            double step = day < 30 ? 0.01 : 0.03;
            closes[day] = 100 * (day % 2 == 0 ? 1 : 1 + step);
        }
        int[] asked = new int[60];
        Scenario.of("A", closes).schedule(Rebalance.volatility(0.5, 5)).run((day, weights, targets) -> {
            asked[day]++;
            targets[0] = 1;
            return true;
        });
        assertThat(asked[0]).isEqualTo(1);
        assertThat(Arrays.stream(asked, 1, 30).sum()).isZero();
        assertThat(Arrays.stream(asked, 30, 40).sum()).isPositive();
    }
}
