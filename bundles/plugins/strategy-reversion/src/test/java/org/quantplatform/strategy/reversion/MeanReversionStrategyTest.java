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
import org.quantplatform.strategy.reversion.MeanReversionStrategy.Params;
import org.quantplatform.testkit.FakeFactorInput;
import org.quantplatform.testkit.StrategyContract;

class MeanReversionStrategyTest extends StrategyContract<Params> {

    @Override
    protected MeanReversionStrategy strategy() {
        return new MeanReversionStrategy();
    }

    @Test
    void buysFarBelowAndSellsAtMean() {
        // z of the last of 10, 10, 7 is -2 / sqrt(3) = -1.155; of 10, 7, 9 it is 0.218
        assertThat(positions(new Params(3, 1.1, 0, false, Sizing.ALL_IN, 1), 10, 10, 10, 7, 9))
                .containsExactly(0, 0, 0, 1, 0);
    }

    @Test
    void sellsShortFarAbove() {
        assertThat(positions(new Params(3, 1.1, 0, true, Sizing.ALL_IN, 1), 10, 10, 10, 13, 11))
                .containsExactly(0, 0, 0, -1, 0);
    }

    @Test
    void saysNothingAboutConstantPrices() {
        double[] constant = new double[40];
        Arrays.fill(constant, 0.1);
        assertThat(positions(new Params(20, 0, -1, true, Sizing.ALL_IN, 1), constant))
                .containsOnly(0);
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
