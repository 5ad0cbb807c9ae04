package org.quantplatform.factor.momentum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.quantplatform.factor.momentum.MomentumFactor.Params;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.testkit.FactorContract;
import org.quantplatform.testkit.FakeFactorInput;

class MomentumFactorTest extends FactorContract<Params> {

    @Override
    protected MomentumFactor factor() {
        return new MomentumFactor();
    }

    @Test
    void skipsLatestDays() {
        ScoreMatrix scores = scores(new Params(3, 1), 100, 110, 121, 132, 99, 150);
        assertThat(scores.get(0, 2)).isNaN();
        assertThat(scores.get(0, 3)).isEqualTo(121.0 / 100 - 1);
        assertThat(scores.get(0, 4)).isEqualTo(132.0 / 110 - 1);
        assertThat(scores.get(0, 5)).isEqualTo(99.0 / 121 - 1);
    }

    @Test
    void hasNoScoreWithoutBothPrices() {
        ScoreMatrix scores = scores(new Params(2, 0), 100, Double.NaN, 121, 0, 99, 150);
        assertThat(scores.get(0, 2)).isEqualTo(121.0 / 100 - 1);
        assertThat(scores.get(0, 3)).isNaN();
        assertThat(scores.get(0, 4)).isEqualTo(99.0 / 121 - 1);
        assertThat(scores.get(0, 5)).isNaN();
    }

    @Test
    void refusesToSkipAllDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Params(10, 10))
                .withMessage("skip must be less than lookback, was 10 with lookback 10");
    }

    private static ScoreMatrix scores(Params params, double... closes) {
        ScoreMatrix scores = new ScoreMatrix(1, closes.length);
        new MomentumFactor().compute(FakeFactorInput.ofCloses(closes), params, scores);
        return scores;
    }
}
