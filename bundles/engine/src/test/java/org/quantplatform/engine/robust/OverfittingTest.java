package org.quantplatform.engine.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverfittingTest {

    private static final Offset<Double> ROUNDING = within(1e-9);

    /** Expected values from an independent calculation with numpy. */
    @ParameterizedTest
    @CsvSource({
        "4, 6, 1, -1.2275131851793553, -0.008752946319657437, 0.8333333333333334, -1.4803754808148941",
        "8, 70, 0.9285714285714286, -1.329479680727882, -0.007168925020182834, 0.7857142857142857, -1.3499734349511874",
        "10, 252, 0.9206349206349206, -1.5044461751750384, -0.009925241060251692, 0.7738095238095238, -1.3054618904312596"
    })
    void independentCalculation(
            int blocks, int splits, double probability, double slope, double intercept, double loss, double logit) {
        Overfitting found = Overfitting.of(Trials.of(203, 7), blocks);

        assertThat(found.logits()).hasSize(splits).isSorted();
        assertThat(found.probability()).isEqualTo(probability);
        assertThat(found.degradation()).isCloseTo(slope, ROUNDING);
        assertThat(found.intercept()).isCloseTo(intercept, ROUNDING);
        assertThat(found.lossProbability()).isCloseTo(loss, ROUNDING);
        assertThat(Arrays.stream(found.logits()).average().orElseThrow()).isCloseTo(logit, ROUNDING);
    }

    @Test
    void skillThatLastsIsNoOverfitting() {
        double[][] trials = noise(400, 10, 1);
        for (int t = 0; t < 400; t++) {
            trials[4][t] += 0.02;
        }
        Overfitting found = Overfitting.of(trials, 8);

        assertThat(found.probability()).isZero();
        assertThat(found.lossProbability()).isZero();
        assertThat(found.logits()[0]).isCloseTo(Math.log(10), within(1e-12));
    }

    @Test
    void pureNoiseIsRankedAnyhow() {
        double sum = 0;
        for (int seed = 0; seed < 40; seed++) {
            sum += Overfitting.of(noise(240, 20, seed), 8).probability();
        }
        assertThat(sum / 40).isBetween(0.35, 0.65);
    }

    @Test
    void trialsThatDoNotVary() {
        double[][] flat = new double[3][40];
        Arrays.fill(flat[1], 0.001);
        assertThat(Overfitting.of(flat, 4).probability()).isNaN();

        flat[2] = noise(40, 1, 3)[0];
        double[] logits = Overfitting.of(flat, 4).logits();
        assertThat(logits).hasSize(6);
        assertThat(logits[0]).isCloseTo(Math.log(3), ROUNDING).isEqualTo(logits[5]);
    }

    @Test
    void equalTrialsAreAllInTheMiddle() {
        double[] same = noise(40, 1, 9)[0];
        assertThat(Overfitting.of(new double[][] {same, same, same}, 4).logits())
                .containsOnly(0.0);
        assertThat(Overfitting.of(new double[][] {same}, 4).probability()).isNaN();
        assertThat(Overfitting.of(new double[0][], 4).probability()).isNaN();
    }

    @Test
    void nonsenseIsRefused() {
        double[][] trials = noise(40, 2, 1);
        for (int blocks : new int[] {0, 3, 22, -2}) {
            assertThatThrownBy(() -> Overfitting.of(trials, blocks)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Overfitting.of(noise(30, 2, 1), 16)).hasMessageContaining("at least 32");
        assertThatThrownBy(() -> Overfitting.of(new double[][] {new double[40], new double[41]}, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 30)
    void orderOfTrialsDoesNotMatter(@ForAll int seed, @ForAll @IntRange(min = 2, max = 9) int count) {
        double[][] trials = noise(60, count, seed);
        double[][] reversed = new double[count][];
        for (int i = 0; i < count; i++) {
            reversed[i] = trials[count - 1 - i];
        }
        assertThat(Overfitting.of(reversed, 6).logits())
                .isEqualTo(Overfitting.of(trials, 6).logits());
    }

    @Test
    void effectiveNumberOfTrials() {
        double[][] trials = Trials.of(203, 7);
        assertThat(EffectiveTrials.of(trials)).isCloseTo(6.964703033625636, ROUNDING);

        double[] first = trials[0].clone();
        for (double[] trial : trials) {
            for (int t = 0; t < first.length; t++) {
                trial[t] = first[t] + 0.3 * trial[t];
            }
        }
        assertThat(EffectiveTrials.of(trials)).isCloseTo(1.429151371864082, ROUNDING);
        assertThat(EffectiveTrials.of(new double[][] {first, first})).isCloseTo(1, ROUNDING);
        assertThat(EffectiveTrials.of(new double[][] {first, new double[203]})).isEqualTo(1);
        assertThat(EffectiveTrials.of(new double[0][])).isZero();
    }

    private static double[][] noise(int periods, int trials, long seed) {
        Random random = new Random(seed);
        double[][] returns = new double[trials][periods];
        for (double[] trial : returns) {
            Arrays.setAll(trial, t -> 0.01 * random.nextGaussian());
        }
        return returns;
    }
}
