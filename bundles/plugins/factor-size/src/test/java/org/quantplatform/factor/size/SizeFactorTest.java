package org.quantplatform.factor.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.testkit.FactorContract;
import org.quantplatform.testkit.FakeFactorInput;

class SizeFactorTest {

    @Nested
    class LogMarketCap extends FactorContract<AccountFactor.NoParameters> {

        @Override
        protected LogMarketCapFactor factor() {
            return new LogMarketCapFactor();
        }
    }

    @Test
    void theSmallerTheHigher() {
        assertThat(score(new LogMarketCapFactor(), Map.of("market_cap", 1000.0)))
                .isCloseTo(-3 * Math.log(10), within(1e-12));
        assertThat(score(new LogMarketCapFactor(), Map.of("market_cap", -1.0))).isNaN();
    }

    private static double score(AccountFactor factor, Map<String, Double> day) {
        ScoreMatrix scores = new ScoreMatrix(1, 1);
        factor.compute(FakeFactorInput.ofDay(day), new AccountFactor.NoParameters(), scores);
        return scores.get(0, 0);
    }
}
