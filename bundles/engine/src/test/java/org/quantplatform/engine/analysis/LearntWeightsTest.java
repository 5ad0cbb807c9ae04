package org.quantplatform.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quantplatform.engine.analysis.LearntWeights.Method;

class LearntWeightsTest {

    @Test
    void icWeightsFollowTheMean() {
        double[][] ics = {{0.03, 0.05, 0.01, 9}, {-0.02, 0, -0.01, 9}};
        assertThat(new LearntWeights(Method.IC, ics, 1, 3, 2).on(3))
                .containsExactly(new double[] {0.75, -0.25}, within(1e-15));
    }

    @Test
    void inverseVolatilityPrefersTheCalm() {
        double[][] returns = {{0.01, -0.01, 0.01}, {0.03, -0.03, 0.03}};
        assertThat(new LearntWeights(Method.INVERSE_VOLATILITY, returns, 2, 3, 3).on(4))
                .containsExactly(new double[] {0.75, 0.25}, within(1e-15));
    }

    @Test
    void noOtherWeightsHaveAHigherIcir() {
        Random random = new Random(5);
        double[][] ics = new double[3][200];
        for (int day = 0; day < 200; day++) {
            double common = random.nextGaussian();
            ics[0][day] = 0.02 + 0.05 * common + 0.02 * random.nextGaussian();
            ics[1][day] = 0.01 + 0.05 * common + 0.02 * random.nextGaussian();
            ics[2][day] = 0.01 + 0.05 * random.nextGaussian();
        }
        double[] best = new LearntWeights(Method.MAX_ICIR, ics, 1, 200, 10).on(200);
        assertThat(Arrays.stream(best).map(Math::abs).sum()).isCloseTo(1, within(1e-12));
        for (int i = 0; i < 100; i++) {
            double[] other = best.clone();
            other[i % 3] += 0.05 * random.nextGaussian();
            assertThat(icir(ics, other)).isLessThan(icir(ics, best));
        }
    }

    @Test
    void whatIsNotYetKnownChangesNothing() {
        Random random = new Random(6);
        double[][] ics = new double[2][60];
        for (double[] each : ics) {
            Arrays.setAll(each, day -> random.nextGaussian());
        }
        for (Method method : Method.values()) {
            double[] before = new LearntWeights(method, ics, 5, 20, 5).on(40);
            double[][] later = {ics[0].clone(), ics[1].clone()};
            Arrays.fill(later[0], 36, 60, 9);
            Arrays.fill(later[1], 36, 60, Double.NaN);
            assertThat(new LearntWeights(method, later, 5, 20, 5).on(40)).isEqualTo(before);
            later[0][35] = 9;
            assertThat(new LearntWeights(method, later, 5, 20, 5).on(40)).isNotEqualTo(before);
        }
    }

    @Test
    void equalWhileThePastTellsNothing() {
        double[][] short0 = {{1, 2, Double.NaN}, {1, Double.NaN, 3}};
        assertThat(new LearntWeights(Method.IC, short0, 1, 5, 2).on(3)).containsOnly(0.5);
        assertThat(new LearntWeights(Method.IC, short0, 1, 5, 2).on(0)).containsOnly(0.5);
        double[][] same = {{0.01, 0.02, 0.04}, {0.01, 0.02, 0.04}};
        assertThat(new LearntWeights(Method.MAX_ICIR, same, 1, 5, 2).on(3)).containsOnly(0.5);
        double[][] flat = {{0.01, 0.01, 0.01}, {0.02, 0.01, 0.03}};
        assertThat(new LearntWeights(Method.INVERSE_VOLATILITY, flat, 1, 5, 2).on(3))
                .containsOnly(0.5);
        double[][] zero = {{0.01, -0.01}, {0.02, -0.02}};
        assertThat(new LearntWeights(Method.IC, zero, 1, 5, 2).on(2)).containsOnly(0.5);
    }

    @Test
    void refusesWindowsThatCannotBe() {
        double[][] ics = {{1}};
        assertThatIllegalArgumentException().isThrownBy(() -> new LearntWeights(Method.IC, ics, 0, 5, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new LearntWeights(Method.IC, ics, 1, 5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LearntWeights(Method.IC, ics, 1, 5, 6));
    }

    private static double icir(double[][] ics, double[] weights) {
        double[] combined = new double[ics[0].length];
        for (int day = 0; day < combined.length; day++) {
            for (int factor = 0; factor < ics.length; factor++) {
                combined[day] += weights[factor] * ics[factor][day];
            }
        }
        return SeriesSummary.of(combined, 0).ratio();
    }
}
