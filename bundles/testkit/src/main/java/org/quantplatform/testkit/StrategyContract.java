package org.quantplatform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quantplatform.spi.strategy.Strategy;

/**
 * What every strategy keeps to. A strategy's test extends this and adds weights worked out by hand.
 *
 * @param <P> the parameter record
 */
public abstract class StrategyContract<P extends Record> {

    private static final double ROUNDING = 1e-9;

    protected abstract Strategy<P> strategy();

    /** The parameters under test; the defaults unless overridden. */
    protected P parameters() {
        return Defaults.of(strategy().parameterType());
    }

    @Test
    @DisplayName("1. has a schedule")
    void hasSchedule() {
        assertThat(strategy().schedule(parameters())).isNotNull();
    }

    @Test
    @DisplayName("2. sets finite weights, none negative, that sum to 1 at most")
    void setsSoundWeights() {
        for (int assets : new int[] {0, 1, 2, 30, 500}) {
            FakeTargets targets = decide(FakeSnapshot.ofScores(scores(assets)));
            assertThat(targets.sum()).as("%d assets", assets).isBetween(0.0, 1 + ROUNDING);
        }
    }

    @Test
    @DisplayName("3. gives the same weights twice")
    void givesSameWeightsTwice() {
        FakeSnapshot snapshot = FakeSnapshot.ofScores(scores(100));
        assertThat(decide(snapshot).weights()).containsExactly(decide(snapshot).weights());
    }

    @Test
    @DisplayName("4. bears a day without any score")
    void bearsDayWithoutScores() {
        double[] none = new double[50];
        Arrays.fill(none, Double.NaN);
        assertThat(decide(FakeSnapshot.ofScores(none)).sum()).isBetween(0.0, 1 + ROUNDING);
    }

    @Test
    @DisplayName("5. bears equal scores and a portfolio already held")
    void bearsEqualScores() {
        double[] equal = new double[10];
        double[] held = new double[10];
        Arrays.fill(held, 0.1);
        assertThat(decide(FakeSnapshot.ofScores(equal).withWeights(held)).sum()).isBetween(0.0, 1 + ROUNDING);
    }

    private FakeTargets decide(FakeSnapshot snapshot) {
        FakeTargets targets = new FakeTargets(snapshot.assets());
        strategy().decide(snapshot, parameters(), targets);
        return targets;
    }

    private static double[] scores(int assets) {
        Random random = new Random(42);
        double[] scores = new double[assets];
        for (int asset = 0; asset < assets; asset++) {
            scores[asset] = random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian();
        }
        return scores;
    }
}
