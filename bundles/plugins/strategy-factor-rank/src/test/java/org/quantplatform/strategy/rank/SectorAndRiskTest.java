package org.quantplatform.strategy.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.strategy.rank.FactorRankStrategy.Params;
import org.quantplatform.strategy.rank.FactorRankStrategy.Side;
import org.quantplatform.strategy.rank.FactorRankStrategy.Weighting;
import org.quantplatform.testkit.FakeSnapshot;
import org.quantplatform.testkit.FakeTargets;
import org.quantplatform.testkit.StrategyContract;

/** The made-up assets lie in sectors 0 to 3 by turns; every fifth has none. */
class SectorAndRiskTest extends StrategyContract<Params> {

    private static final double NONE = Double.NaN;

    @Override
    protected FactorRankStrategy strategy() {
        return new FactorRankStrategy();
    }

    @Override
    protected Params parameters() {
        return new Params(5, 0, Weighting.INVERSE_VOLATILITY, 1, Side.LONG, 0, true, 0.1, 21);
    }

    @Test
    void takesBestOfEachSector() {
        assertThat(weights(sectors(1), 9, 8, 7, 1, 2, 1, 2, 3, 4, 5))
                .containsExactly(.2, .2, .2, 0, 0, 0, 0, 0, .2, .2);
    }

    @Test
    void givesSectorThePartThatItIsOfAll() {
        assertThat(weights(sectors(1), 9, 8, NONE, NONE, NONE, 1, NONE))
                .containsExactly(new double[] {2 / 3., 1 / 3., 0, 0, 0, 0, 0}, within(1e-15));
    }

    @Test
    void sharesPartOfSectorsThatCannotTakeBothSides() {
        Params p = new Params(1, 0, Weighting.EQUAL, 1, Side.DOLLAR_NEUTRAL, 0, true, 0, 63);
        assertThat(weights(p, 9, 8, NONE, NONE, NONE, 1, NONE)).containsExactly(1, 0, 0, 0, 0, -1, 0);
    }

    @Test
    void weighsByInverseVolatility() {
        Params p = new Params(2, 0, Weighting.INVERSE_VOLATILITY, 1, Side.LONG, 0, false, 0, 20);
        FakeSnapshot snapshot = FakeSnapshot.ofScores(1, 2);
        double first = 1 / deviation(snapshot, 0);
        double second = 1 / deviation(snapshot, 1);
        assertThat(weights(p, 1, 2))
                .containsExactly(new double[] {first / (first + second), second / (first + second)}, within(1e-14));
    }

    @Test
    void declaresHistoryOnlyWhenItReadsIt() {
        assertThat(strategy().requires(parameters())).isEqualTo(Requirements.of(22, Field.CLOSE));
        assertThat(strategy().requires(sectors(1))).isEqualTo(Requirements.of(1, Field.CLOSE));
    }

    @Test
    void givesWhatLimitCutsOffToOthers() {
        assertThat(weights(limited(Weighting.RANK, 0.4), 3, 2, 1))
                .containsExactly(new double[] {.4, .4, .2}, within(1e-15));
        assertThat(weights(limited(Weighting.RANK, 0.45), 3, 2, 1))
                .containsExactly(new double[] {.45, .55 * 2 / 3, .55 / 3}, within(1e-15));
    }

    @Test
    void leavesAsCashWhatNobodyMayTake() {
        assertThat(weights(limited(Weighting.SCORE, 0.25), 3, 2, -1)).containsExactly(.25, .25, 0);
    }

    @Test
    void ceilingGivesAllItCan() {
        Random random = new Random(3);
        for (int trial = 0; trial < 1_000; trial++) {
            double[] shares = random.doubles(1 + random.nextInt(20)).toArray();
            double limit = random.nextDouble();
            double[] weights = Ceiling.share(1, shares, limit);
            assertThat(Arrays.stream(weights).sum()).isCloseTo(Math.min(1, shares.length * limit), within(1e-12));
            assertThat(Arrays.stream(weights).max().orElseThrow()).isLessThanOrEqualTo(limit);
        }
    }

    private static double deviation(FakeSnapshot snapshot, int asset) {
        double[] returns = new double[20];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = snapshot.ago(Field.CLOSE, asset, i) / snapshot.ago(Field.CLOSE, asset, i + 1) - 1;
        }
        double mean = Arrays.stream(returns).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / 19);
    }

    private static Params sectors(int top) {
        return new Params(top, 0, Weighting.EQUAL, 1, Side.LONG, 0, true, 0, 63);
    }

    private static Params limited(Weighting weighting, double limit) {
        return new Params(3, 0, weighting, 1, Side.LONG, 0, false, limit, 63);
    }

    private static double[] weights(Params params, double... scores) {
        FakeTargets targets = new FakeTargets(scores.length, true);
        new FactorRankStrategy().decide(FakeSnapshot.ofScores(scores).allowingShort(), params, targets);
        return targets.weights();
    }
}
