package org.quantplatform.strategy.cross;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.spi.strategy.SignalStrategy.Sizing;
import org.quantplatform.testkit.FakeFactorInput;
import org.quantplatform.testkit.FakeSnapshot;
import org.quantplatform.testkit.FakeTargets;
import org.quantplatform.testkit.StrategyContract;

class SmaCrossStrategyTest extends StrategyContract<CrossParams> {

    private static final CrossParams ONE_OVER_TWO = new CrossParams(1, 2, false, Sizing.ALL_IN, 1);

    @Override
    protected SmaCrossStrategy strategy() {
        return new SmaCrossStrategy();
    }

    @Test
    void followsCrossesOnly() {
        // means of two days: -, 9.5, 9.5, 10.5, 11, 10.5, 9.5
        assertThat(positions(ONE_OVER_TWO, 10, 9, 10, 11, 11, 10, 9)).containsExactly(0, 0, 1, 1, 1, 1, 1);
        // equal on day 4, so that going below on day 5 is no strict cross
        assertThat(positions(ONE_OVER_TWO, 10, 9, 10, 11, 10, 9)).containsExactly(0, 0, 1, 1, 0, 0);
    }

    @Test
    void doesNotTakeStartAboveForCross() {
        assertThat(positions(ONE_OVER_TWO, 10, 11, 12, 13)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void takesNoRoundingForCross() {
        CrossParams params = new CrossParams(3, 10, false, Sizing.ALL_IN, 1);
        double[] constant = new double[60];
        java.util.Arrays.fill(constant, 0.1);
        assertThat(positions(params, constant)).containsOnly(0);
    }

    @Test
    void buysAfterCrossAndHoldsOtherwise() {
        Panel panel = panel(10, 9, 10, 11);
        FakeTargets crossed = new FakeTargets(1);
        strategy().decide(FakeSnapshot.ofPanel(panel, 2), ONE_OVER_TWO, crossed);
        assertThat(crossed.weights()).containsExactly(1);
        FakeTargets later = new FakeTargets(1);
        strategy().decide(FakeSnapshot.ofPanel(panel, 3).withWeights(1), ONE_OVER_TWO, later);
        assertThat(later.held()).isTrue();
    }

    @Test
    void goesShortOnlyWhereAllowed() {
        CrossParams shorts = new CrossParams(1, 2, true, Sizing.ALL_IN, 1);
        FakeSnapshot crossedDown = FakeSnapshot.ofPanel(panel(9, 10, 8), 2).withWeights(1);
        FakeTargets without = new FakeTargets(1);
        strategy().decide(crossedDown, shorts, without);
        assertThat(without.weights()).containsExactly(0);
        FakeTargets with = new FakeTargets(1, true);
        strategy().decide(crossedDown.allowingShort(), shorts, with);
        assertThat(with.weights()).containsExactly(-1);
    }

    @Test
    void refusesFastThatIsNotFaster() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrossParams(30, 30, false, Sizing.ALL_IN, 1))
                .withMessage("fast must be below slow, was 30 and 30");
    }

    private static Panel panel(double... closes) {
        int[] days = new int[closes.length];
        java.util.Arrays.setAll(days, i -> 18_000 + i);
        return new Panel(Market.US, days, java.util.List.of("A"), Map.of(Field.CLOSE, closes));
    }

    private byte[] positions(CrossParams params, double... closes) {
        byte[] out = new byte[closes.length];
        strategy().positions(new FakeFactorInput(panel(closes), Set.of(Field.CLOSE)), 0, params, out);
        return out;
    }
}
