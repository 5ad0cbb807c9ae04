package org.quantplatform.strategy.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quantplatform.strategy.rank.FactorRankStrategy.Params;
import org.quantplatform.strategy.rank.FactorRankStrategy.Side;
import org.quantplatform.strategy.rank.FactorRankStrategy.Weighting;
import org.quantplatform.testkit.FakeSnapshot;
import org.quantplatform.testkit.FakeTargets;
import org.quantplatform.testkit.StrategyContract;

class FactorRankStrategyTest extends StrategyContract<Params> {

    private static final double NONE = Double.NaN;

    @Override
    protected FactorRankStrategy strategy() {
        return new FactorRankStrategy();
    }

    @Test
    void holdsBestInEqualParts() {
        assertThat(weights(params(2, 0, Weighting.EQUAL, 0.98), 0.1, 0.4, NONE, 0.3, -0.2))
                .containsExactly(0, 0.49, 0, 0.49, 0);
    }

    @Test
    void prefersTickerThatSortsFirstAmongEqualScores() {
        assertThat(weights(params(2, 0, Weighting.EQUAL, 1), 0.5, 0.7, 0.5, 0.5))
                .containsExactly(0.5, 0.5, 0, 0);
    }

    @Test
    void sharesAmongThoseThatAreRankedWhenTheyAreFewer() {
        assertThat(weights(params(20, 0, Weighting.EQUAL, 0.9), NONE, 1, NONE, 2))
                .containsExactly(0, 0.45, 0, 0.45);
    }

    @Test
    void staysInCashWhenNothingIsRanked() {
        assertThat(weights(params(20, 0, Weighting.EQUAL, 0.9), NONE, NONE)).containsExactly(0, 0);
    }

    @Test
    void takesFractionOfRanked() {
        double[] scores = IntStream.range(0, 470).mapToDouble(i -> i).toArray();
        assertThat(Arrays.stream(weights(params(20, 0.1, Weighting.EQUAL, 1), scores))
                        .filter(w -> w > 0)
                        .count())
                .isEqualTo(47);
    }

    @Test
    void weighsByRank() {
        assertThat(weights(params(3, 0, Weighting.RANK, 0.6), 5, 7, 6, 1))
                .containsExactly(new double[] {0.1, 0.3, 0.2, 0}, within(1e-15));
    }

    @Test
    void weighsByScore() {
        assertThat(weights(params(3, 0, Weighting.SCORE, 0.9), 4, 2, -1, -2))
                .containsExactly(new double[] {0.6, 0.3, 0, 0}, within(1e-15));
    }

    @Test
    void weighsEquallyWhenNoScoreIsPositive() {
        assertThat(weights(params(2, 0, Weighting.SCORE, 1), -3, -1, -2)).containsExactly(0, 0.5, 0.5);
    }

    @Test
    void weighsEqualScoresEqually() {
        assertThat(weights(params(2, 0, Weighting.SCORE, 1), 3, 3, 3)).containsExactly(0.5, 0.5, 0);
    }

    @Test
    void ranksAsPlainSortDoes() {
        Random random = new Random(7);
        double[] scores = random.doubles(1_000).map(d -> Math.rint(d * 50)).toArray();
        Integer[] expected = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(expected, Comparator.comparingDouble(i -> -scores[i]));
        Ranking ranking = Ranking.of(FakeSnapshot.ofScores(scores));
        assertThat(IntStream.range(0, ranking.size()).mapToObj(ranking::asset)).containsExactly(expected);
    }

    @Test
    void refusesToInvestNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> params(1, 0, Weighting.EQUAL, 0))
                .withMessage("invested must be above 0, was 0.0");
    }

    private static Params params(int top, double quantile, Weighting weighting, double invested) {
        return new Params(top, quantile, weighting, invested, Side.LONG, 0.98, false, 0, 63);
    }

    private static double[] weights(Params params, double... scores) {
        FakeTargets targets = new FakeTargets(scores.length);
        new FactorRankStrategy().decide(FakeSnapshot.ofScores(scores), params, targets);
        return targets.weights();
    }
}
