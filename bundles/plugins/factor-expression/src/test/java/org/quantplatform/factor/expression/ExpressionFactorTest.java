package org.quantplatform.factor.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.quantplatform.factor.expression.ExpressionFactor.Params;
import org.quantplatform.model.Field;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.testkit.FactorContract;
import org.quantplatform.testkit.FakeFactorInput;

class ExpressionFactorTest extends FactorContract<Params> {

    @Override
    protected Factor<Params> factor() {
        return new ExpressionFactor();
    }

    @Test
    void scoresByTheFormula() {
        FakeFactorInput input = FakeFactorInput.ofCloses(10, 20, 30, Double.NaN, 60);
        ScoreMatrix scores = new ScoreMatrix(1, 5);
        factor().compute(input, new Params("Mean($close, 3) - 1"), scores);

        assertThat(scores.values()).containsExactly(Double.NaN, Double.NaN, 19, 24, 44);
    }

    @Test
    void asksForWhatTheFormulaReads() {
        Requirements needs = factor().requires(new Params("CSRank(Ref($close, 5) / $net_income_ttm)"));
        assertThat(needs.fields()).containsExactly(Field.CLOSE, Field.of("net_income_ttm"));
        assertThat(needs.history()).isEqualTo(6);
        assertThat(needs.crossSection()).isTrue();
    }

    @Test
    void refusesAFormulaThatMeansNothing() {
        assertThatThrownBy(() -> new Params("Men($close, 5)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown operator 'Men' at 1; did you mean Mean?");
    }
}
