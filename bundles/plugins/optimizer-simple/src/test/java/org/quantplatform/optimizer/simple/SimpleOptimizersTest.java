package org.quantplatform.optimizer.simple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.quantplatform.spi.optimizer.Solution;
import org.quantplatform.testkit.Defaults;
import org.quantplatform.testkit.FakeProblem;

class SimpleOptimizersTest {

    private static final double[] CALM = {0.01, -0.01, 0.01, -0.01};
    private static final double[] WILD = {0.03, -0.03, 0.03, -0.03};
    private static final double[] UNKNOWN = {Double.NaN, Double.NaN, Double.NaN, 0.5};
    private static final double[] STILL = {0, 0, 0, 0};

    private static Solution inverse(double[]... returns) {
        return new InverseVolatilityOptimizer()
                .solve(new FakeProblem(0.8, returns), new InverseVolatilityOptimizer.Params(4));
    }

    @Test
    void weighsByInverseVolatility() {
        double[] weights = inverse(CALM, WILD, UNKNOWN, STILL).weights();
        assertThat(weights[0]).isCloseTo(0.6, within(1e-12));
        assertThat(weights[1]).isCloseTo(0.2, within(1e-12));
        assertThat(weights[2]).isZero();
        assertThat(weights[3]).isZero();
    }

    @Test
    void saysWhatConflictsWhenNothingIsKnown() {
        assertThat(inverse(UNKNOWN, STILL).feasible()).isFalse();
        assertThat(inverse(UNKNOWN, STILL).conflicts()).contains("window of 4 returns");
    }

    @Test
    void sharesEqually() {
        EqualWeightOptimizer optimizer = new EqualWeightOptimizer();
        double[] weights = optimizer
                .solve(new FakeProblem(0.9, CALM, WILD, STILL), Defaults.of(EqualWeightOptimizer.Params.class))
                .weights();
        assertThat(weights).containsExactly(0.3, 0.3, 0.3);
    }
}
