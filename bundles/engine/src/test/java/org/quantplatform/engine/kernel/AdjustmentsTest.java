package org.quantplatform.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;

class AdjustmentsTest {

    private static final Offset<Double> ROUNDING = within(1e-15);
    private static final Field SALES = Field.of("sales");

    private static Panel panel(double... closes) {
        double[] volume = new double[closes.length];
        Arrays.fill(volume, 100);
        int[] days = new int[closes.length];
        Arrays.setAll(days, day -> (day + 1) * 10);
        return new Panel(
                Market.US, days, List.of("A"), Map.of(Field.CLOSE, closes, Field.VOLUME, volume, SALES, volume));
    }

    private static CorporateAction action(int epochDay, Kind kind, double value) {
        return new CorporateAction(Market.US, "A", LocalDate.ofEpochDay(epochDay), kind, value);
    }

    @Test
    void noActionsGiveExactlyOne() {
        assertThat(Adjustments.totalFactors(panel(1, 2, 3), List.of())).containsOnly(1.0);
        Panel raw = panel(1, 2, 3);
        assertThat(Adjustments.adjusted(raw, List.of(), Adjust.ALL)).isSameAs(raw);
    }

    @Test
    void splitsScaleEarlierPricesDownAndVolumeUp() {
        Panel raw = panel(40, 44, 11, 12);
        Panel adjusted = Adjustments.adjusted(raw, List.of(action(30, Kind.SPLIT, 4)), Adjust.SPLIT);

        assertThat(adjusted.column(Field.CLOSE)).containsExactly(10, 11, 11, 12);
        assertThat(adjusted.column(Field.VOLUME)).containsExactly(400, 400, 100, 100);
        assertThat(adjusted.column(SALES)).isSameAs(raw.column(SALES));
        assertThat(adjusted.epochDay(3)).isEqualTo(40);
    }

    @Test
    void dividendsScaleByTheCloseBeforeTheExDate() {
        List<CorporateAction> actions = List.of(action(30, Kind.DIVIDEND, 2));

        assertThat(Adjustments.totalFactors(panel(50, 40, 38, 39), actions))
                .containsExactly(new double[] {0.95, 0.95, 1, 1}, ROUNDING);
        assertThat(Adjustments.splitFactors(panel(50, 40, 38, 39), actions)).containsOnly(1.0);
    }

    @Test
    void factorsMultiplyUp() {
        List<CorporateAction> actions =
                List.of(action(40, Kind.DIVIDEND, 1), action(20, Kind.SPLIT, 2), action(40, Kind.SPLIT, 2));

        // a split of the dividend's day makes the close before it 5
        assertThat(Adjustments.totalFactors(panel(20, 10, 10, 4, 4), actions))
                .containsExactly(new double[] {0.2, 0.4, 0.4, 1, 1}, ROUNDING);
    }

    @Test
    void theCloseBeforeMayBeSomeDaysAgo() {
        assertThat(Adjustments.totalFactors(panel(20, Double.NaN, 19), List.of(action(25, Kind.DIVIDEND, 1))))
                .containsExactly(new double[] {0.95, 0.95, 1}, ROUNDING);
    }

    @Test
    void impossibleDividendsArePassedOver() {
        assertThat(Adjustments.totalFactors(panel(20, 19), List.of(action(20, Kind.DIVIDEND, 20))))
                .containsOnly(1.0);
        assertThat(Adjustments.totalFactors(panel(Double.NaN, 19), List.of(action(20, Kind.DIVIDEND, 1))))
                .containsOnly(1.0);
    }

    @Test
    void actionsOutsideThePanelHaveNoEffect() {
        List<CorporateAction> outside = List.of(
                action(10, Kind.SPLIT, 2),
                action(31, Kind.SPLIT, 2),
                action(20, Kind.DELISTING, 2),
                new CorporateAction(Market.KR, "A", LocalDate.ofEpochDay(20), Kind.SPLIT, 2),
                new CorporateAction(Market.US, "B", LocalDate.ofEpochDay(20), Kind.SPLIT, 2));

        assertThat(Adjustments.totalFactors(panel(1, 2, 3), outside)).containsOnly(1.0);
    }

    @Test
    void adjustedReturnsAreThoseOfTheHolder() {
        Panel adjusted = Adjustments.adjusted(
                panel(100, 100, 49, 50), List.of(action(30, Kind.SPLIT, 2), action(30, Kind.DIVIDEND, 1)), Adjust.ALL);
        double[] closes = adjusted.column(Field.CLOSE);

        assertThat(closes[2] / closes[1]).isCloseTo(1, within(1e-12));
    }
}
