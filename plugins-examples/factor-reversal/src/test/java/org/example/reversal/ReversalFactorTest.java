package org.example.reversal;

import static org.assertj.core.api.Assertions.assertThat;

import org.example.reversal.ReversalFactor.Params;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.testkit.FactorContract;
import org.quantplatform.testkit.FakeFactorInput;

class ReversalFactorTest extends FactorContract<Params> {

    @Override
    protected ReversalFactor factor() {
        return new ReversalFactor();
    }

    @Test
    void prefersWhatFell() {
        ScoreMatrix scores = new ScoreMatrix(1, 4);
        factor().compute(FakeFactorInput.ofCloses(100, 120, 80, 60), new Params(2), scores);
        assertThat(scores.get(0, 1)).isNaN();
        assertThat(scores.get(0, 2)).isEqualTo(1 - 80.0 / 100);
        assertThat(scores.get(0, 3)).isEqualTo(1 - 60.0 / 120);
    }
}
