package org.quantplatform.strategy.breakout;

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
import org.quantplatform.strategy.breakout.BreakoutStrategy.Params;
import org.quantplatform.testkit.FakeFactorInput;
import org.quantplatform.testkit.StrategyContract;

class BreakoutStrategyTest extends StrategyContract<Params> {

    @Override
    protected BreakoutStrategy strategy() {
        return new BreakoutStrategy();
    }

    @Test
    void entersAboveChannelAndLeavesBelowShorterOne() {
        assertThat(positions(new Params(3, 2, false, Sizing.ALL_IN, 1), 10, 11, 10, 11, 12, 11, 10, 9))
                .containsExactly(0, 0, 0, 0, 1, 1, 0, 0);
    }

    @Test
    void turnsShortBelowChannel() {
        assertThat(positions(new Params(3, 2, true, Sizing.ALL_IN, 1), 10, 11, 10, 11, 12, 11, 10, 9, 11))
                .containsExactly(0, 0, 0, 0, 1, 1, -1, -1, 0);
    }

    @Test
    void givesNoSignalOverMissingPrice() {
        assertThat(positions(new Params(3, 2, false, Sizing.ALL_IN, 1), 10, Double.NaN, 10, 20))
                .containsOnly(0);
    }

    private byte[] positions(Params params, double... prices) {
        int[] days = new int[prices.length];
        Arrays.setAll(days, i -> 18_000 + i);
        Panel panel = new Panel(
                Market.US,
                days,
                List.of("A"),
                Map.of(Field.CLOSE, prices, Field.HIGH, prices.clone(), Field.LOW, prices.clone()));
        byte[] out = new byte[prices.length];
        Set<Field> fields = Set.of(Field.CLOSE, Field.HIGH, Field.LOW);
        strategy().positions(new FakeFactorInput(panel, fields), 0, params, out);
        return out;
    }
}
