package org.quantplatform.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quantplatform.engine.sim.Scenario.bar;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Order;
import org.quantplatform.model.Side;

class OrdersTest {

    private static final double[] FLAT = bar(10, 11, 9, 10);

    private static SimulationResult place(Scenario scenario, Order... onDayZero) {
        return scenario.orders(Map.of(0, List.of(onDayZero)));
    }

    private static void assertFill(SimulationResult result, int trade, int day, Side side, double price) {
        TradeLog trades = result.trades();
        assertThat(trades.day(trade)).isEqualTo(day);
        assertThat(trades.side(trade)).isEqualTo(side);
        assertThat(trades.price(trade)).isCloseTo(price, within(1e-12));
    }

    @Test
    void marketOrdersFillAtTheRunsPriceOfTheNextBar() {
        SimulationResult result = place(Scenario.bars(FLAT, bar(12, 14, 11, 13), FLAT), Order.shares(5));
        assertFill(result, 0, 1, Side.BUY, 12);
        assertThat(result.finalShares()).containsExactly(5);
        assertFill(
                place(Scenario.bars(FLAT, bar(12, 14, 11, 13)).fill(FillPrice.NEXT_CLOSE), Order.shares(5)),
                0,
                1,
                Side.BUY,
                13);
        assertFill(place(Scenario.bars(FLAT, FLAT).fill(FillPrice.SAME_CLOSE), Order.shares(5)), 0, 0, Side.BUY, 10);
    }

    @Test
    void closeOrdersFillAtTheClose() {
        assertFill(
                place(Scenario.bars(FLAT, bar(12, 14, 11, 13)), Order.shares(5).atClose()), 0, 1, Side.BUY, 13);
    }

    @Test
    void weightsAreOfTheValueAtTheFill() {
        SimulationResult result = place(Scenario.bars(FLAT, bar(20, 20, 20, 20)), Order.toWeight(0.5));
        assertThat(result.finalShares()).containsExactly(25);
    }

    @Test
    void aLimitNeedsThePriceToGoThroughIt() {
        double[] touches = bar(10, 11, 9.5, 10);
        Order limit = Order.shares(5).limit(9.5);
        assertThat(place(Scenario.bars(FLAT, touches), limit).trades().size()).isZero();
        assertFill(place(Scenario.bars(FLAT, bar(10, 11, 9.4, 10)), limit), 0, 1, Side.BUY, 9.5);
    }

    @Test
    void aLimitTakesABetterOpen() {
        assertFill(place(Scenario.bars(FLAT, bar(9, 11, 8, 10)), Order.shares(5).limit(9.5)), 0, 1, Side.BUY, 9);
    }

    @Test
    void aLimitIsNotMadeWorseBySlippage() {
        Scenario slipping = Scenario.bars(FLAT, bar(10, 11, 9, 10)).slippage(0.01);
        assertFill(place(slipping, Order.shares(5).limit(9.5)), 0, 1, Side.BUY, 9.5);
    }

    @Test
    void ordersForOneBarEndWithIt() {
        double[] falls = bar(10, 10, 5, 5);
        assertThat(place(Scenario.bars(FLAT, FLAT, falls), Order.shares(5).limit(8))
                        .trades()
                        .size())
                .isZero();
        assertFill(
                place(Scenario.bars(FLAT, FLAT, falls), Order.shares(5).limit(8).untilCancelled()), 0, 2, Side.BUY, 8);
    }

    @Test
    void aStopFillsAtTheStopOrAtAWorseOpen() {
        Order entry = Order.shares(10);
        Order stop = Order.shares(-10).stop(9).untilCancelled();
        SimulationResult touched = place(Scenario.bars(FLAT, bar(10, 11, 10, 10), bar(10, 10, 9, 9.5)), entry, stop);
        assertFill(touched, 1, 2, Side.SELL, 9);
        SimulationResult gapped = place(Scenario.bars(FLAT, bar(10, 11, 10, 10), bar(7, 8, 6, 7)), entry, stop);
        assertFill(gapped, 1, 2, Side.SELL, 7);
    }

    @Test
    void aStopLimitWaitsWhenThePriceIsBeyondItsLimit() {
        Order order = Order.shares(5).stop(12).limit(12.5).untilCancelled();
        // opens beyond the limit, but comes back within the bar
        assertFill(place(Scenario.bars(FLAT, bar(13, 14, 12, 13)), order), 0, 1, Side.BUY, 12.5);
        // triggered within the bar at the stop, which the limit accepts
        assertFill(place(Scenario.bars(FLAT, bar(10, 14, 10, 13)), order), 0, 1, Side.BUY, 12);
        Order tight = Order.shares(5).stop(12).limit(11).untilCancelled();
        SimulationResult later = place(Scenario.bars(FLAT, bar(10, 14, 10, 13), bar(13, 13, 10.5, 12)), tight);
        assertFill(later, 0, 2, Side.BUY, 11);
    }

    @Test
    void ofTwoThatCancelEachOtherTheWorseComesFirst() {
        Order entry = Order.shares(10);
        Order target = Order.shares(-10).limit(12).untilCancelled().oneOf(1);
        Order stop = Order.shares(-10).stop(8).untilCancelled().oneOf(1);
        double[] wild = bar(10, 13, 7, 10);
        SimulationResult both = place(Scenario.bars(FLAT, FLAT, wild), entry, target, stop);
        assertThat(both.trades().size()).isEqualTo(2);
        assertFill(both, 1, 2, Side.SELL, 8);
        // an open beyond the target comes before everything within the bar
        SimulationResult opens = place(Scenario.bars(FLAT, FLAT, bar(12.5, 13, 7, 10)), entry, target, stop);
        assertThat(opens.trades().size()).isEqualTo(2);
        assertFill(opens, 1, 2, Side.SELL, 12.5);
    }

    @Test
    void nothingIsSoldThatIsNotHeld() {
        SimulationResult result = place(
                Scenario.bars(FLAT, FLAT), Order.shares(3), Order.shares(-10).atClose());
        assertThat(result.finalShares()).containsExactly(0);
        assertThat(result.trades().shares(1)).isEqualTo(3);
        assertThat(place(Scenario.bars(FLAT, FLAT), Order.shares(-10)).trades().size())
                .isZero();
    }

    @Test
    void buysShrinkToTheCash() {
        SimulationResult result = place(Scenario.bars(FLAT, FLAT).whole(1), Order.shares(1000));
        assertThat(result.finalShares()).containsExactly(100);
    }

    @Test
    void splitsChangeOpenOrders() {
        SimulationResult result = place(
                Scenario.bars(FLAT, FLAT, bar(5, 5, 4.4, 4.6), bar(4.6, 4.6, 4, 4))
                        .action("A", 2, Kind.SPLIT, 2),
                Order.shares(10),
                Order.shares(-10).stop(8.4).untilCancelled());
        assertFill(result, 1, 3, Side.SELL, 4.2);
        assertThat(result.trades().shares(1)).isEqualTo(20);
    }

    @Test
    void cancelledOrdersAreGone() {
        SimulationResult result = Scenario.bars(FLAT, FLAT, bar(10, 10, 5, 6)).run(new Decider() {
            @Override
            public boolean decide(int day, double[] weights, double[] targets) {
                return false;
            }

            @Override
            public boolean decide(int day, Account account, double[] targets) {
                if (day == 0) {
                    account.order(0, Order.shares(5).limit(8).untilCancelled());
                } else {
                    assertThat(account.openOrders(0)).isEqualTo(1);
                    account.cancel(0);
                    assertThat(account.openOrders(0)).isZero();
                }
                return false;
            }
        });
        assertThat(result.trades().size()).isZero();
    }

    @Test
    void ordersMustMakeSense() {
        assertThatThrownBy(() -> Order.shares(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Order.shares(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Order.shares(1).limit(0)).hasMessageContaining("limit must be positive");
        assertThatThrownBy(() -> place(Scenario.bars(FLAT, FLAT), Order.toWeight(-0.5)))
                .hasMessageContaining("short");
    }
}
