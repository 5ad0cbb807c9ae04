package org.quantplatform.factor.momentum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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

class MomentumFactorsTest {

    @Nested
    class HalfYearMomentum extends FactorContract<HalfYearMomentumFactor.Params> {

        @Override
        protected HalfYearMomentumFactor factor() {
            return new HalfYearMomentumFactor();
        }
    }

    @Nested
    class ShortTermReversal extends FactorContract<ShortTermReversalFactor.Params> {

        @Override
        protected ShortTermReversalFactor factor() {
            return new ShortTermReversalFactor();
        }
    }

    @Nested
    class High extends FactorContract<HighFactor.Params> {

        @Override
        protected HighFactor factor() {
            return new HighFactor();
        }
    }

    @Nested
    class RelativeStrength extends FactorContract<RelativeStrengthFactor.Params> {

        @Override
        protected RelativeStrengthFactor factor() {
            return new RelativeStrengthFactor();
        }
    }

    @Nested
    class ResidualMomentum extends FactorContract<ResidualMomentumFactor.Params> {

        @Override
        protected ResidualMomentumFactor factor() {
            return new ResidualMomentumFactor();
        }
    }

    @Test
    void halfAYearBackWithoutTheLatestDays() {
        double[] closes = new double[127];
        Arrays.fill(closes, 100);
        closes[0] = 80;
        closes[125] = 120;
        ScoreMatrix scores = scores(new HalfYearMomentumFactor(), new HalfYearMomentumFactor.Params(1), closes);
        assertThat(scores.get(0, 126)).isEqualTo(120.0 / 80 - 1);
    }

    @Test
    void whatFellMostReversesFirst() {
        ScoreMatrix scores =
                scores(new ShortTermReversalFactor(), new ShortTermReversalFactor.Params(2), 100, 110, 90, 0, 120);
        assertThat(Arrays.copyOf(scores.values(), 5))
                .containsExactly(Double.NaN, Double.NaN, 1 - 90.0 / 100, Double.NaN, 1 - 120.0 / 90);
    }

    @Test
    void nearnessToTheHigh() {
        ScoreMatrix scores = scores(new HighFactor(), new HighFactor.Params(3), 100, 120, 90, Double.NaN, 80, 100);
        assertThat(Arrays.copyOf(scores.values(), 6))
                .containsExactly(Double.NaN, Double.NaN, 90.0 / 120, Double.NaN, 80.0 / 90, 1);
    }

    /** {@code Ta4jReference.java} of the technical indicators wrote the numbers. */
    @Test
    void relativeStrengthEqualsThatOfTa4j() throws IOException {
        List<String[]> rows;
        var file = MomentumFactorsTest.class.getResourceAsStream("/ta4j-0.22.2-rsi.csv");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            rows = reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
        double[] closes =
                rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray();
        ScoreMatrix scores = scores(new RelativeStrengthFactor(), new RelativeStrengthFactor.Params(14), closes);
        for (int t = 440; t < closes.length; t++) {
            assertThat(scores.get(0, t)).isCloseTo(Double.parseDouble(rows.get(t)[1]), within(1e-9));
        }
    }

    @Test
    void relativeStrengthLeavesDaysWithoutPriceOut() {
        double[] out = new double[5];
        RelativeStrengthFactor.index(new double[] {100, 104, Double.NaN, 102, -1}, 4, 1, out);
        // rises average 4 then 3, all movement 4 then 3.5
        assertThat(out).containsExactly(Double.NaN, 100, Double.NaN, 100 * 3 / 3.5, Double.NaN);
    }

    @Test
    void residualMomentumIsTheMeanResidualOverItsDeviation() {
        Panel panel = Panels.clean(6, 60, 9);
        FakeFactorInput input = new FakeFactorInput(panel, Set.of(Field.CLOSE));
        ResidualMomentumFactor.Params params = new ResidualMomentumFactor.Params(40, 20, 5);
        ScoreMatrix scores = new ScoreMatrix(6, 60);
        new ResidualMomentumFactor().compute(input, params, scores);
        assertThat(scores.get(2, 39)).isNaN();
        assertThat(scores.get(2, 59)).isCloseTo(plain(input, 2, params), within(1e-10));
    }

    private static double plain(FakeFactorInput input, int asset, ResidualMomentumFactor.Params p) {
        double[] market = Returns.ofMarket(input);
        double[] own = new double[input.days()];
        Returns.simple(input.history(asset, Field.CLOSE), own);
        int from = input.days() - p.estimation();
        double[] x = Arrays.copyOfRange(market, from, market.length);
        double[] y = Arrays.copyOfRange(own, from, own.length);
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            covariance += (x[i] - mean(x)) * (y[i] - mean(y));
            variance += (x[i] - mean(x)) * (x[i] - mean(x));
        }
        double beta = covariance / variance;
        double[] residuals = new double[p.lookback() - p.skip()];
        for (int i = 0; i < residuals.length; i++) {
            int at = x.length - p.lookback() + i;
            residuals[i] = y[at] - mean(y) - beta * (x[at] - mean(x));
        }
        double squares = 0;
        for (double residual : residuals) {
            squares += (residual - mean(residuals)) * (residual - mean(residuals));
        }
        return mean(residuals) / Math.sqrt(squares / (residuals.length - 1));
    }

    @Test
    void refusesAFormationBeyondTheEstimation() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ResidualMomentumFactor.Params(10, 11, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ResidualMomentumFactor.Params(20, 10, 8));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static <P extends Record> ScoreMatrix scores(Factor<P> factor, P parameters, double... closes) {
        ScoreMatrix scores = new ScoreMatrix(1, closes.length);
        factor.compute(FakeFactorInput.ofCloses(closes), parameters, scores);
        return scores;
    }
}
