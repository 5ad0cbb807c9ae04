package org.quantplatform.factor.lowvolatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Returns;
import org.quantplatform.testkit.FactorContract;
import org.quantplatform.testkit.FakeFactorInput;
import org.quantplatform.testkit.Panels;

class RiskFactorsTest {

    @Nested
    class RealisedVolatility extends FactorContract<RealisedVolatilityFactor.Params> {

        @Override
        protected RealisedVolatilityFactor factor() {
            return new RealisedVolatilityFactor();
        }
    }

    @Nested
    class DownsideVolatility extends FactorContract<DownsideVolatilityFactor.Params> {

        @Override
        protected DownsideVolatilityFactor factor() {
            return new DownsideVolatilityFactor();
        }
    }

    @Nested
    class MaxDrawdown extends FactorContract<MaxDrawdownFactor.Params> {

        @Override
        protected MaxDrawdownFactor factor() {
            return new MaxDrawdownFactor();
        }
    }

    @Nested
    class Beta extends FactorContract<MarketFactor.Params> {

        @Override
        protected BetaFactor factor() {
            return new BetaFactor();
        }
    }

    @Nested
    class IdiosyncraticVolatility extends FactorContract<MarketFactor.Params> {

        @Override
        protected IdiosyncraticVolatilityFactor factor() {
            return new IdiosyncraticVolatilityFactor();
        }
    }

    @Test
    void realisedVolatilityTakesTheMeanAsZero() {
        double e = Math.E;
        ScoreMatrix scores = scores(new RealisedVolatilityFactor(), new RealisedVolatilityFactor.Params(2), 1, e, e);
        assertThat(scores.get(0, 1)).isNaN();
        assertThat(scores.get(0, 2)).isCloseTo(-Math.sqrt(252 * 0.5), within(1e-12));
    }

    @Test
    void gainsAreNoRisk() {
        ScoreMatrix scores =
                scores(new DownsideVolatilityFactor(), new DownsideVolatilityFactor.Params(2), 100, 130, 117, 234, 468);
        assertThat(scores.get(0, 2)).isCloseTo(-Math.sqrt(252 * 0.01 / 2), within(1e-12));
        assertThat(scores.get(0, 4)).isZero();
    }

    @Test
    void drawdownIsTheLargestFallToALaterClose() {
        ScoreMatrix scores =
                scores(new MaxDrawdownFactor(), new MaxDrawdownFactor.Params(3), 50, 100, 80, 120, 60, 90, Double.NaN);
        assertThat(scores.values()[1]).isNaN();
        assertThat(Arrays.copyOfRange(scores.values(), 2, 6))
                .containsExactly(-0.19999999999999996, -0.19999999999999996, -0.5, -0.5);
        assertThat(scores.get(0, 6)).isNaN();
    }

    @Test
    void drawdownsOfAnyWindowEqualThoseOfAPlainSearch() {
        Random random = new Random(3);
        double[] closes = random.doubles(200, 50, 150).toArray();
        closes[70] = Double.NaN;
        closes[140] = 0;
        for (int window : new int[] {1, 2, 3, 7, 20, 64, 199, 200, 250}) {
            double[] falls = new double[closes.length];
            Drawdowns.largest(closes, window, falls);
            for (int t = 0; t < closes.length; t++) {
                assertThat(falls[t])
                        .as("window %d, day %d", window, t)
                        .isEqualTo(Double.valueOf(search(closes, window, t)));
            }
        }
    }

    private static double search(double[] closes, int window, int last) {
        if (last < window - 1) {
            return Double.NaN;
        }
        double fall = 0;
        for (int from = last - window + 1; from <= last; from++) {
            for (int to = from; to <= last; to++) {
                double positive = closes[from] > 0 && closes[to] > 0 ? 1 : Double.NaN;
                fall = Math.max(fall, (1 - closes[to] / closes[from]) * positive);
            }
        }
        return fall;
    }

    @Test
    void betasOfAllAssetsAverageToOne() {
        Panel panel = Panels.clean(8, 60, 5);
        ScoreMatrix betas = scores(new BetaFactor(), panel, 50);
        double sum = 0;
        for (int asset = 0; asset < 8; asset++) {
            sum -= betas.get(asset, 59);
        }
        assertThat(sum / 8).isCloseTo(1, within(1e-12));
    }

    @Test
    void idiosyncraticVolatilityIsThatOfTheResiduals() {
        Panel panel = Panels.clean(8, 60, 5);
        int window = 50;
        FakeFactorInput input = new FakeFactorInput(panel, Set.of(Field.CLOSE));
        double[] market = Arrays.copyOfRange(Returns.ofMarket(input), 10, 60);
        double[] own = new double[60];
        Returns.simple(input.history(3, Field.CLOSE), own);
        own = Arrays.copyOfRange(own, 10, 60);
        double beta = -scores(new BetaFactor(), panel, window).get(3, 59);
        double alpha = mean(own) - beta * mean(market);
        double squares = 0;
        for (int i = 0; i < window; i++) {
            double residual = own[i] - alpha - beta * market[i];
            squares += residual * residual;
        }
        double expected = -Math.sqrt(252 * squares / (window - 2));
        assertThat(scores(new IdiosyncraticVolatilityFactor(), panel, window).get(3, 59))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void aMarketThatStandsStillHasNoBeta() {
        ScoreMatrix scores = scores(new BetaFactor(), new MarketFactor.Params(3), 5, 5, 5, 5, 5);
        assertThat(scores.values()).containsOnly(Double.NaN);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static ScoreMatrix scores(MarketFactor factor, Panel panel, int window) {
        ScoreMatrix scores = new ScoreMatrix(panel.assets(), panel.days());
        FakeFactorInput input = new FakeFactorInput(panel, Set.of(Field.CLOSE));
        factor.compute(input, new MarketFactor.Params(window), scores);
        return scores;
    }

    private static <P extends Record> ScoreMatrix scores(Factor<P> factor, P parameters, double... closes) {
        ScoreMatrix scores = new ScoreMatrix(1, closes.length);
        factor.compute(FakeFactorInput.ofCloses(closes), parameters, scores);
        return scores;
    }
}
