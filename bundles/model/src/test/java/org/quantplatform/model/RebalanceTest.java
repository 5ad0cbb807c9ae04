package org.quantplatform.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebalanceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily",
                "weekly",
                "month_end",
                "quarter_end",
                "every_5",
                "every_2520",
                "threshold_0.05",
                "threshold_1.0",
                "band_0.02",
                "band_0.02_edge",
                "drift_0.1",
                "volatility_0.5_63",
                "volatility_1.5_21"
            })
    void readsWhatItWrites(String text) {
        assertThat(Rebalance.parse(text)).hasToString(text);
    }

    @Test
    void takesOtherSpellings() {
        assertThat(Rebalance.parse(" Month-End ")).isEqualTo(Rebalance.MONTH_END);
        assertThat(Rebalance.parse("volatility_0.5")).isEqualTo(Rebalance.volatility(0.5, 21));
        assertThat(Rebalance.parse("monthly")).isEqualTo(Rebalance.MONTH_END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sometimes",
                "every_0",
                "every_2521",
                "every_-1",
                "threshold_0.0",
                "threshold_2",
                "threshold_NaN",
                "threshold_0.05_edge",
                "band_0.05_7",
                "band_2",
                "drift_0.0",
                "volatility_0.5_1",
                "volatility_11",
                "volatility_0.5_edge"
            })
    void refusesTheRest(String text) {
        assertThatThrownBy(() -> Rebalance.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
