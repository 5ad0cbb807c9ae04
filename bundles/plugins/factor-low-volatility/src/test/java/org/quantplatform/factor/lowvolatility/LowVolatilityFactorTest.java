package org.quantplatform.factor.lowvolatility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.quantplatform.factor.lowvolatility.LowVolatilityFactor.Params;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.testkit.FactorContract;
import org.quantplatform.testkit.FakeFactorInput;

class LowVolatilityFactorTest extends FactorContract<Params> {

    @Override
    protected LowVolatilityFactor factor() {
        return new LowVolatilityFactor();
    }

    @Test
    void isMinusAnnualisedSampleDeviation() {
        // returns 0.1, -0.1, 0.1: mean 1/30, squared deviations sum to 6/225, over ddof 1 gives 3/225
        ScoreMatrix scores = scores(new Params(3), 100, 110, 99, 108.9);
        assertThat(scores.get(0, 2)).isNaN();
        assertThat(scores.get(0, 3)).isCloseTo(-Math.sqrt(3.0 / 225) * Math.sqrt(252), within(1e-12));
    }

    @Test
    void hasNoScoreWhileWindowHoldsMissingPrice() {
        ScoreMatrix scores = scores(new Params(2), 100, 110, Double.NaN, 100, 110, 121, 100);
        assertThat(scores.get(0, 4)).isNaN();
        assertThat(scores.get(0, 5)).isCloseTo(0, within(1e-12));
        assertThat(scores.get(0, 6)).isNegative();
    }

    private static ScoreMatrix scores(Params params, double... closes) {
        ScoreMatrix scores = new ScoreMatrix(1, closes.length);
        new LowVolatilityFactor().compute(FakeFactorInput.ofCloses(closes), params, scores);
        return scores;
    }
}
