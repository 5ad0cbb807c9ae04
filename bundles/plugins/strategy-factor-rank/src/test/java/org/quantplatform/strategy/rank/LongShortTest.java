package org.quantplatform.strategy.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quantplatform.strategy.rank.FactorRankStrategy.Params;
import org.quantplatform.strategy.rank.FactorRankStrategy.Side;
import org.quantplatform.strategy.rank.FactorRankStrategy.Weighting;
import org.quantplatform.testkit.FakeSnapshot;
import org.quantplatform.testkit.FakeTargets;
import org.quantplatform.testkit.StrategyContract;

class LongShortTest extends StrategyContract<Params> {

    private static final double NONE = Double.NaN;

    @Override
    protected FactorRankStrategy strategy() {
        return new FactorRankStrategy();
    }

    @Override
    protected Params parameters() {
        return neutral(20, Weighting.EQUAL, 0);
    }

    @Override
    protected boolean shorts() {
        return true;
    }

    @Test
    void sellsWorstShort() {
        assertThat(weights(neutral(1, Weighting.EQUAL, 0), 0.1, 0.4, NONE, 0.3, -0.2))
                .containsExactly(0, 1, 0, 0, -1);
    }

    @Test
    void givesEachSideItsPart() {
        Params p = new Params(2, 0, Weighting.EQUAL, 1.3, Side.LONG_SHORT, 0.3, false, 0, 63);
        assertThat(weights(p, 1, 2, 3, 4)).containsExactly(-0.15, -0.15, 0.65, 0.65);
    }

    @Test
    void neverHoldsAnAssetOnBothSides() {
        assertThat(weights(neutral(20, Weighting.EQUAL, 0), 3, 2, 1)).containsExactly(1, 0, -1);
        assertThat(weights(neutral(20, Weighting.EQUAL, 0), 3)).containsExactly(0);
    }

    @Test
    void ranksLaterTickerLowerAmongEqualScores() {
        assertThat(weights(neutral(1, Weighting.EQUAL, 0), 5, 5, 5)).containsExactly(1, 0, -1);
    }

    @Test
    void weighsShortSideByOppositeScores() {
        assertThat(weights(neutral(2, Weighting.SCORE, 0), 3, 1, -1, -4))
                .containsExactly(new double[] {0.75, 0.25, -0.2, -0.8}, within(1e-15));
    }

    @Test
    void weighsShortSideByRank() {
        assertThat(weights(neutral(2, Weighting.RANK, 0), 4, 3, 2, 1))
                .containsExactly(new double[] {2 / 3., 1 / 3., -1 / 3., -2 / 3.}, within(1e-15));
    }

    @Test
    void cutsOtherSideToWhatOneCanTake() {
        // one long score is positive: with at most 0.4 per asset the long side takes 0.4 of 1
        assertThat(weights(neutral(2, Weighting.SCORE, 0.4), 3, -1, -2, -2))
                .containsExactly(new double[] {0.4, 0, -0.2, -0.2}, within(1e-15));
    }

    @Test
    void needsRunWithShortPositions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> strategy()
                        .decide(FakeSnapshot.ofScores(1, 2), neutral(1, Weighting.EQUAL, 0), new FakeTargets(2)))
                .withMessage("short positions need financing.allow_short in the run");
    }

    @Property
    void dollarNeutralSidesCancel(
            @ForAll @Size(max = 40) double[] scores,
            @ForAll Weighting weighting,
            @ForAll boolean withinSector,
            @ForAll @IntRange(min = 1, max = 30) int top,
            @ForAll @DoubleRange(min = 0.02, max = 1) double limit) {
        Params p = new Params(top, 0, weighting, 1, Side.DOLLAR_NEUTRAL, 0, withinSector, limit, 10);
        FakeTargets targets = decide(p, scores);
        assertThat(targets.sum()).isCloseTo(0, within(1e-12));
        assertThat(targets.gross()).isLessThanOrEqualTo(2 + 1e-12);
        assertThat(Arrays.stream(targets.weights()).map(Math::abs).max().orElse(0))
                .isLessThanOrEqualTo(limit);
    }

    private static Params neutral(int top, Weighting weighting, double maxWeight) {
        return new Params(top, 0, weighting, 1, Side.DOLLAR_NEUTRAL, 0, false, maxWeight, 63);
    }

    private static double[] weights(Params params, double... scores) {
        return decide(params, scores).weights();
    }

    private static FakeTargets decide(Params params, double... scores) {
        FakeTargets targets = new FakeTargets(scores.length, true);
        new FactorRankStrategy().decide(FakeSnapshot.ofScores(scores).allowingShort(), params, targets);
        return targets;
    }
}
