package org.quantplatform.research.internal.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.strategies.FactorCombination;
import org.quantplatform.api.strategies.FactorCombination.Method;
import org.quantplatform.engine.analysis.FactorSample.Membership;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;

class DayWeightsTest {

    private static final int ASSETS = 6;
    private static final int DAYS = 80;
    private static final Membership ALL = (day, members) -> Arrays.fill(members, true);

    private static double[] prices(long seed) {
        Random random = new Random(seed);
        double[] closes = new double[ASSETS * DAYS];
        for (int cell = 0; cell < closes.length; cell++) {
            closes[cell] = cell % DAYS == 0 ? 50 : closes[cell - 1] * (1 + 0.02 * random.nextGaussian());
        }
        return closes;
    }

    private static Panel panel(double[] closes) {
        int[] days = new int[DAYS];
        Arrays.setAll(days, day -> day);
        return new Panel(Market.US, days, List.of("A", "B", "C", "D", "E", "F"), Map.of(Field.CLOSE, closes));
    }

    private static ScoreMatrix trend(Panel panel, int lookback) {
        ScoreMatrix scores = new ScoreMatrix(ASSETS, DAYS);
        for (int asset = 0; asset < ASSETS; asset++) {
            for (int day = lookback; day < DAYS; day++) {
                double before = panel.value(Field.CLOSE, asset, day - lookback);
                scores.set(asset, day, panel.value(Field.CLOSE, asset, day) / before - 1);
            }
        }
        return scores;
    }

    private static DayWeights weights(Method method, Panel panel) {
        FactorCombination how = new FactorCombination(method, 3, 30, 10);
        List<ScoreMatrix> factors = List.of(trend(panel, 2), trend(panel, 7));
        return DayWeights.of(how, new double[] {3, -1}, new DayWeights.Past(factors, panel, ALL, 0, DAYS - 1));
    }

    /** The last thing that a weight may know of is the close of its own day. */
    @Property(tries = 60)
    void whatHappensLaterChangesNoWeight(
            @ForAll @IntRange(min = 1, max = 10_000) int seed,
            @ForAll @IntRange(min = 0, max = DAYS - 2) int day,
            @ForAll Method method) {
        double[] closes = prices(seed);
        double[] other = prices(seed + 20_000L);
        for (int asset = 0; asset < ASSETS; asset++) {
            System.arraycopy(closes, asset * DAYS, other, asset * DAYS, day + 1);
        }
        assertThat(weights(method, panel(other)).on(day))
                .isEqualTo(weights(method, panel(closes)).on(day));
    }

    @Test
    void theCloseOfTheDayItselfIsKnown() {
        double[] closes = prices(1);
        double[] other = closes.clone();
        other[60] *= 1.5;
        for (Method method : List.of(Method.IC, Method.INVERSE_VOLATILITY, Method.MAX_ICIR)) {
            assertThat(weights(method, panel(other)).on(60))
                    .isNotEqualTo(weights(method, panel(closes)).on(60));
        }
    }

    @Test
    void givenAndEqualWeightsAskNoPast() {
        Panel panel = panel(prices(2));
        assertThat(weights(Method.GIVEN, panel).on(0)).containsExactly(3, -1);
        assertThat(weights(Method.EQUAL, panel).on(50)).containsExactly(0.5, 0.5);
    }

    @Test
    void aRunThatBeginsLaterHasTheSameWeights() {
        Panel panel = panel(prices(3));
        List<ScoreMatrix> factors = List.of(trend(panel, 2), trend(panel, 7));
        FactorCombination how = new FactorCombination(Method.MAX_ICIR, 3, 30, 10);
        DayWeights late =
                DayWeights.of(how, new double[] {1, 1}, new DayWeights.Past(factors, panel, ALL, 60, DAYS - 1));
        assertThat(late.on(60)).isEqualTo(weights(Method.MAX_ICIR, panel).on(60));
        assertThat(late.on(75)).isEqualTo(weights(Method.MAX_ICIR, panel).on(75));
    }
}
