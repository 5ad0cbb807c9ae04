package org.quantplatform.strategy.reversion;

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
import org.quantplatform.strategy.reversion.RsiReversionStrategy.Params;
import org.quantplatform.testkit.FakeFactorInput;
import org.quantplatform.testkit.StrategyContract;

class RsiReversionStrategyTest extends StrategyContract<Params> {

    @Override
    protected RsiReversionStrategy strategy() {
        return new RsiReversionStrategy();
    }

    @Test
    void buysOversoldAndSellsRecovered() {
        // changes -2, +1: 100 / 3 = 33.3; then +1, -1: 50; then -1, +3: 75
        assertThat(positions(new Params(2, 34, 60, Sizing.ALL_IN, 1), 10, 8, 9, 8, 11))
                .containsExactly(0, 0, 1, 1, 0);
    }

    private byte[] positions(Params params, double... closes) {
        int[] days = new int[closes.length];
        Arrays.setAll(days, i -> 18_000 + i);
        Panel panel = new Panel(Market.US, days, List.of("A"), Map.of(Field.CLOSE, closes));
        byte[] out = new byte[closes.length];
        strategy().positions(new FakeFactorInput(panel, Set.of(Field.CLOSE)), 0, params, out);
        return out;
    }
}
