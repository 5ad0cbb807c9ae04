package org.quantplatform.factor.liquidity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.testkit.FactorContract;
import org.quantplatform.testkit.FakeFactorInput;

class LiquidityFactorsTest {

    private static final double NONE = Double.NaN;

    @Nested
    class Amihud extends FactorContract<TradingFactor.Params> {

        @Override
        protected AmihudFactor factor() {
            return new AmihudFactor();
        }
    }

    @Nested
    class Turnover extends FactorContract<TradingFactor.Params> {

        @Override
        protected TurnoverFactor factor() {
            return new TurnoverFactor();
        }
    }

    @Nested
    class DollarVolume extends FactorContract<TradingFactor.Params> {

        @Override
        protected DollarVolumeFactor factor() {
            return new DollarVolumeFactor();
        }
    }

    @Test
    void returnPerMillionTraded() {
        // 10 % on 2 millions, -10 % on 1 million
        ScoreMatrix scores = scores(
                new AmihudFactor(),
                2,
                Map.of(
                        "close", new double[] {100, 110, 99},
                        "stated_close", new double[] {200, 200, 200},
                        "stated_volume", new double[] {1, 10_000, 5_000}));
        assertThat(scores.get(0, 1)).isNaN();
        assertThat(scores.get(0, 2)).isCloseTo(-(0.05 + 0.1) / 2, within(1e-12));
    }

    @Test
    void daysWithoutTradesSayNothingOfIlliquidity() {
        double[] volumes = {1, 10_000, 0, 0, 0};
        ScoreMatrix scores = scores(
                new AmihudFactor(),
                2,
                Map.of(
                        "close", new double[] {100, 110, 99, 99, 99},
                        "stated_close", new double[] {200, 200, 200, 200, 200},
                        "stated_volume", volumes));
        assertThat(scores.get(0, 2)).isCloseTo(-0.05, within(1e-12));
        assertThat(scores.get(0, 3)).isNaN();
    }

    @Test
    void sharesTradedOverSharesOutstanding() {
        ScoreMatrix scores = scores(
                new TurnoverFactor(),
                3,
                Map.of(
                        "stated_volume", new double[] {10, 0, NONE},
                        "shares_outstanding", new double[] {100, 100, 100}));
        assertThat(scores.get(0, 2)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void moneyTraded() {
        ScoreMatrix scores = scores(
                new DollarVolumeFactor(),
                2,
                Map.of(
                        "stated_close", new double[] {10, 20, -5, 7},
                        "stated_volume", new double[] {100, 150, 10, 0}));
        assertThat(scores.get(0, 0)).isNaN();
        assertThat(scores.get(0, 1)).isCloseTo(Math.log(2000), within(1e-12));
        assertThat(scores.get(0, 2)).isCloseTo(Math.log(3000), within(1e-12));
        assertThat(scores.get(0, 3)).isNaN();
    }

    private static ScoreMatrix scores(TradingFactor factor, int window, Map<String, double[]> values) {
        Map<Field, double[]> columns = new TreeMap<>();
        values.forEach((name, column) -> columns.put(Field.of(name), column));
        int[] days = new int[columns.values().iterator().next().length];
        Arrays.setAll(days, day -> 18_000 + day);
        Panel panel = new Panel(Market.US, days, List.of("A"), columns);
        ScoreMatrix scores = new ScoreMatrix(1, days.length);
        factor.compute(new FakeFactorInput(panel, columns.keySet()), new TradingFactor.Params(window), scores);
        return scores;
    }
}
