package org.quantplatform.factor.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.quantplatform.factor.expression.Alpha158Factor.Params;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.testkit.FactorContract;
import org.quantplatform.testkit.FakeFactorInput;

class Alpha158FactorTest extends FactorContract<Params> {

    @Override
    protected Factor<Params> factor() {
        return new Alpha158Factor();
    }

    @Test
    void isTheFeatureOfItsName() {
        FakeFactorInput input = FakeFactorInput.ofCloses(10, 11, 12, 13, 14, 20);
        ScoreMatrix scores = new ScoreMatrix(1, 6);
        factor().compute(input, new Params("roc5"), scores);
        assertThat(scores.get(0, 5)).isEqualTo(0.5);
        assertThat(scores.get(0, 4)).isNaN();
    }

    @Test
    void refusesOtherNames() {
        assertThatThrownBy(() -> new Params("ROC21")).hasMessageContaining("KMID to VSUMD60, was 'ROC21'");
    }
}
