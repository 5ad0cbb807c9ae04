package org.quantplatform.strategy.cross;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.spi.strategy.SignalStrategy.Sizing;
import org.quantplatform.testkit.FakeFactorInput;
import org.quantplatform.testkit.StrategyContract;

class EmaCrossStrategyTest extends StrategyContract<CrossParams> {

    @Override
    protected EmaCrossStrategy strategy() {
        return new EmaCrossStrategy();
    }

    @Test
    void entersAfterTurnAndLeavesAfterNext() {
        double[] closes = new double[60];
        Arrays.setAll(closes, day -> 100 - Math.abs(day - 20) + (day > 40 ? 2 * (40 - day) : 0));
        // falling from the start would be a rise here: up to day 20, then down
        byte[] positions = positions(closes);
        assertThat(positions).containsOnly(0);
        Arrays.setAll(closes, day -> 100 + Math.abs(day - 20) - (day > 40 ? 3 * (day - 40) : 0));
        positions = positions(closes);
        assertThat(positions[19]).isZero();
        assertThat(positions[30]).isOne();
        assertThat(positions[59]).isZero();
    }

    private byte[] positions(double... closes) {
        int[] days = new int[closes.length];
        Arrays.setAll(days, i -> 18_000 + i);
        Panel panel = new Panel(Market.US, days, List.of("A"), Map.of(Field.CLOSE, closes));
        byte[] out = new byte[closes.length];
        strategy()
                .positions(
                        new FakeFactorInput(panel, Set.of(Field.CLOSE)),
                        0,
                        new CrossParams(2, 4, false, Sizing.ALL_IN, 1),
                        out);
        return out;
    }
}
