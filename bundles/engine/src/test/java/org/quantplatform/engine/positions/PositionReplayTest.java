package org.quantplatform.engine.positions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quantplatform.engine.stats.RoundTrips.RoundTrip;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;

class PositionReplayTest {

    private static final double NONE = Double.NaN;
    private static final double[] SAME = {};
    private static final int[] NO_GROUPS = {0, 0};

    private static LocalDate day(int index) {
        return LocalDate.ofEpochDay(index);
    }

    private static Trade trade(int day, String ticker, Side side, double shares, double price) {
        return new Trade(day(day), day(day), ticker, side, shares, price, 1, 0, 0);
    }

    private static CashFlow flow(int day, CashFlow.Kind kind, double amount, double after) {
        return new CashFlow(day(day), "A", kind, "USD", amount, after);
    }

    private static History history(
            double[] a, double[] b, List<Trade> trades, List<CashFlow> flows, double[] rates, double... equity) {
        double[] closes = new double[a.length + b.length];
        System.arraycopy(a, 0, closes, 0, a.length);
        System.arraycopy(b, 0, closes, a.length, b.length);
        int[] days = IntStream.range(0, a.length).toArray();
        Panel prices = new Panel(Market.US, days, List.of("A", "B"), Map.of(Field.CLOSE, closes));
        List<CorporateAction> actions =
                List.of(new CorporateAction(Market.US, "A", day(2), CorporateAction.Kind.SPLIT, 2));
        return new History(prices, actions, trades, flows, rates, a.length - equity.length, equity, 1000);
    }

    @Test
    void exposuresAreSharesOfTheEquity() {
        History history = history(
                new double[] {10, 10, 11, 12},
                new double[] {5, 5, NONE, 4},
                List.of(trade(1, "A", Side.BUY, 50, 10), trade(1, "B", Side.SELL, 20, 5)),
                List.of(),
                SAME,
                1000,
                1100,
                1040);
        Exposures exposures = Exposures.of(history, new int[] {0, 1}, 2);

        assertThat(exposures.longs()).containsExactly(new double[] {0.5, 550 / 1100.0, 600 / 1040.0}, within(1e-15));
        assertThat(exposures.shorts()).containsExactly(new double[] {-0.1, -100 / 1100.0, -80 / 1040.0}, within(1e-15));
        assertThat(exposures.held()).containsExactly(2, 2, 2);
        assertThat(exposures.largest()[0]).isEqualTo(0.5);
        assertThat(exposures.concentration()[0]).isCloseTo((25 + 1) / 36.0, within(1e-15));
        assertThat(exposures.net(1)).isEqualTo(exposures.shorts());
        assertThat(exposures.gross(1)[0]).isCloseTo(0.1, within(1e-15));
        assertThat(exposures.largestWeight(0)).isEqualTo(600 / 1040.0);
        assertThat(exposures.daysHeld(1)).isEqualTo(3);
        assertThat(exposures.meanWeight(1)).isCloseTo((-0.1 - 100 / 1100.0 - 80 / 1040.0) / 3, within(1e-15));
    }

    @Test
    void withoutPositionsThereIsNoConcentration() {
        Exposures exposures = Exposures.of(
                history(new double[] {1, 1}, new double[] {1, 1}, List.of(), List.of(), SAME, 1000, 0), NO_GROUPS, 1);

        assertThat(exposures.longs()).containsOnly(0);
        assertThat(exposures.concentration()).containsOnly(Double.NaN);
        assertThat(Exposures.mean(exposures.concentration())).isNaN();
    }

    @Test
    void lostEquityHasNoExposure() {
        History history = history(
                new double[] {10, 10},
                new double[] {5, 5},
                List.of(trade(0, "A", Side.BUY, 50, 10)),
                List.of(),
                SAME,
                1000,
                -1);

        assertThat(Exposures.of(history, NO_GROUPS, 1).longs()[1]).isNaN();
    }

    @Test
    void profitsAndTheRestAddUp() {
        List<Trade> trades = List.of(
                trade(0, "A", Side.BUY, 10, 10), trade(1, "B", Side.SELL, 20, 5), trade(3, "A", Side.SELL, 20, 6));
        List<CashFlow> flows = List.of(
                flow(1, CashFlow.Kind.DIVIDEND, 3, 10),
                flow(1, CashFlow.Kind.WITHHOLDING, -1, 10),
                flow(2, CashFlow.Kind.SPLIT, 0, 20),
                new CashFlow(day(3), null, CashFlow.Kind.INTEREST, "USD", 2, 0));
        History history = history(
                new double[] {10, 10, NONE, 6}, new double[] {5, 5, 5, 4}, trades, flows, SAME, 999, 1000, 1000, 1040);
        Attribution attribution = Attribution.of(history, new int[] {0, 0, 1, 1}, 2);

        assertThat(attribution.ofAsset(0).profit()).isCloseTo(-101 + 2 + 119, within(1e-12));
        assertThat(attribution.ofAsset(1).profit()).isCloseTo(99 - 80, within(1e-12));
        assertThat(attribution.rest()).isCloseTo(40 - 20 - 19, within(1e-12));
        assertThat(attribution.ofAsset(0).dividends()).isEqualTo(2);
        assertThat(attribution.ofAsset(0).costs()).isEqualTo(2);
        assertThat(attribution.ofAsset(0).traded()).isEqualTo(220);
        assertThat(attribution.ofAsset(0).fills()).isEqualTo(2);
        assertThat(attribution.ofAsset(0).closes()).isEqualTo(3);
        assertThat(attribution.ofSpan(0).profit() + attribution.ofSpan(1).profit())
                .isCloseTo(39, within(1e-12));
        // until the second close: 100 of A and a dividend for 101, and 99 for 100 short of B
        assertThat(attribution.ofSpan(0).profit()).isCloseTo(-1 + 2 - 1, within(1e-12));
        assertThat(attribution.trips().trips())
                .containsExactly(
                        new RoundTrip(0, Side.BUY, 0, 3, false, 101, 20),
                        new RoundTrip(1, Side.SELL, 1, 3, true, 99, 19));
    }

    @Test
    void moneyIsInTheAccountsCurrency() {
        History history = history(
                new double[] {10, 10},
                new double[] {5, 5},
                List.of(trade(0, "A", Side.BUY, 10, 10)),
                List.of(),
                new double[] {2, 3},
                1000,
                1100);
        Attribution attribution = Attribution.of(history, new int[] {0, 0}, 1);

        assertThat(attribution.ofAsset(0).profit()).isCloseTo(300 - 202, within(1e-12));
        assertThat(attribution.ofAsset(0).costs()).isEqualTo(2);
    }

    @Test
    void aSuspendedShareKeepsItsValueThroughASplit() {
        History history = history(
                new double[] {10, 10, NONE, NONE},
                new double[] {5, 5, 5, 5},
                List.of(trade(0, "A", Side.BUY, 10, 10)),
                List.of(flow(2, CashFlow.Kind.SPLIT, 0, 20)),
                SAME,
                1000,
                1000,
                1000,
                1000);

        assertThat(Exposures.of(history, NO_GROUPS, 1).longs()).containsOnly(0.1);
    }
}
