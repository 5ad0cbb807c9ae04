package org.quantplatform.engine.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SignalSweepTest {

    private static final double NONE = Double.NaN;
    private static final double[] CLOSES = {10, 11, 12, 11, 13};

    @Test
    void paysCostOnBothSides() {
        SweepResult result = run(Trading.atClose(CLOSES, 0.01), 0, 1, 0, -1, 0);
        assertThat(result.totalReturns()[0]).isCloseTo(11 * 0.99 / (11 * 1.01) - 1, within(1e-15));
        assertThat(result.closedTrades()).containsExactly(1);
    }

    @Test
    void marksWhatIsHeldAtLastClose() {
        SweepResult result = run(Trading.atClose(new double[] {10, 12, NONE}, 0), 1, 1, NONE);
        assertThat(result.totalReturns()[0]).isCloseTo(0.2, within(1e-15));
        assertThat(result.closedTrades()).containsExactly(0);
    }

    @Test
    void fillsAfterDelayOnFirstBarWithPrice() {
        double[] opens = {1, NONE, 8, 1, 16};
        SweepResult result = run(new Trading(CLOSES, opens, 1, 0), 1, 0, 0, -1, 0);
        assertThat(result.totalReturns()[0]).isCloseTo(1, within(1e-15));
    }

    @Test
    void contraryDecisionBeforeFillCancelsIt() {
        double[] opens = {1, NONE, NONE, 8, 16};
        SweepResult result = run(new Trading(CLOSES, opens, 1, 0.1), 1, -1, 0, 0, 0);
        assertThat(result.totalReturns()).containsExactly(0);
        assertThat(result.closedTrades()).containsExactly(0);
    }

    @Test
    void decisionOnLastBarIsNotFilledLater() {
        assertThat(run(new Trading(CLOSES, CLOSES, 1, 0), 0, 0, 0, 0, 1).totalReturns())
                .containsExactly(0);
    }

    @Test
    void refusesSignalsOfOtherLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> run(Trading.atClose(CLOSES, 0), 1));
    }

    private static SweepResult run(Trading trading, double... signals) {
        return SignalSweep.run(new double[][] {signals}, trading);
    }
}
