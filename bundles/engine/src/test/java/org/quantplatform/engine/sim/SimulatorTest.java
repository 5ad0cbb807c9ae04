package org.quantplatform.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quantplatform.engine.sim.Scenario.NONE;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;

class SimulatorTest {

    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void fillsOnTheDayAfterTheDecision() {
        SimulationResult result = Scenario.of("A", 10, 20, 30).buyOnce(0.5);

        assertThat(result.equity()).containsExactly(1000, 1000, 1250);
        assertThat(result.cash()).containsExactly(1000, 500, 500);
        assertThat(result.trades().size()).isEqualTo(1);
        assertThat(result.trades().day(0)).isEqualTo(1);
        assertThat(result.trades().signalDay(0)).isZero();
        assertThat(result.trades().shares(0)).isEqualTo(25);
        assertThat(result.finalShares()).containsExactly(25);
        assertThat(result.finalMarks()).containsExactly(30);
        assertThat(result.decisions()).isEqualTo(1);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.cancelled()).isFalse();
    }

    @Test
    void fillsAtTheOpenAndMarksAtTheClose() {
        SimulationResult result = Scenario.of("A", 10, 20, 30)
                .opens(10, 16, 25)
                .fill(FillPrice.NEXT_OPEN)
                .buyOnce(0.8);

        assertThat(result.trades().price(0)).isEqualTo(16);
        assertThat(result.equity()).containsExactly(1000, 200 + 50 * 20, 200 + 50 * 30);
    }

    @Test
    void vwapIsTheTypicalPrice() {
        SimulationResult result = Scenario.of("A", 10, 20, 30)
                .opens(10, 17, 25)
                .fill(FillPrice.NEXT_VWAP)
                .buyOnce(0.5);

        // high and close are 20, low is 17
        assertThat(result.trades().price(0)).isEqualTo(19);
    }

    @Test
    void sameCloseFillsAtOnceAndWarns() {
        SimulationResult result =
                Scenario.of("A", 10, 20, 30).fill(FillPrice.SAME_CLOSE).buyOnce(1);

        assertThat(result.trades().day(0)).isZero();
        assertThat(result.equity()).containsExactly(1000, 2000, 3000);
        assertThat(result.warnings()).singleElement().asString().contains("looks ahead");
    }

    @Test
    void sameCloseDecidesOnTheLastDayToo() {
        SimulationResult result =
                Scenario.of("A", 10, 20).fill(FillPrice.SAME_CLOSE).hold(0.5);

        assertThat(result.trades().size()).isEqualTo(2);
        assertThat(result.trades().day(1)).isEqualTo(1);
        assertThat(result.trades().side(1)).isEqualTo(Side.SELL);
    }

    @Test
    void aSignalWithoutANextDayIsNotTaken() {
        List<Integer> asked = new ArrayList<>();
        Scenario.of("A", 10, 20, 30).run((day, weights, targets) -> asked.add(day));

        assertThat(asked).containsExactly(0, 1);
    }

    @Test
    void slippageAndCommissionAreChargedOnExecutedValue() {
        SimulationResult result = Scenario.of("A", 10, 20, 40)
                .slippage(0.01)
                .charges(Charges.proportional(0.001))
                .hold(0.5);

        Trade buy = result.trades().trade(0, Scenario.of("A", 10, 20, 40).panel());
        assertThat(buy.shares()).isEqualTo(25);
        assertThat(buy.price()).isCloseTo(20.2, ROUNDING);
        assertThat(buy.commission()).isCloseTo(0.505, ROUNDING);
        assertThat(buy.slippage()).isCloseTo(5, ROUNDING);
        assertThat(buy.date()).isEqualTo(Scenario.date(1));
        assertThat(buy.signalDate()).isEqualTo(Scenario.date(0));
        double cash = 1000 - 505 - 0.505;
        assertThat(result.cash()[1]).isCloseTo(cash, ROUNDING);
        // value before orders is 1494.495 - 0.000: half of it is kept in shares at 40
        double goal = 0.5 * (cash + 25 * 40) / 40;
        assertThat(result.trades().shares(1)).isCloseTo(25 - goal, ROUNDING);
        assertThat(result.trades().price(1)).isCloseTo(39.6, ROUNDING);
        double proceeds = (25 - goal) * 39.6;
        assertThat(result.cash()[2]).isCloseTo(cash + proceeds * 0.999, ROUNDING);
        assertThat(result.trades().totalCommission()).isCloseTo(0.505 + proceeds * 0.001, ROUNDING);
        assertThat(result.trades().totalNotional()).isCloseTo(505 + proceeds, ROUNDING);
    }

    @Test
    void taxesAreCharged() {
        Charges stamp =
                (asset, day, side, shares, price, bill) -> bill.tax = side == Side.SELL ? 0.01 * shares * price : 0;
        SimulationResult result = Scenario.of("A", 10, 10, 10).charges(stamp).run((day, weights, targets) -> {
            targets[0] = day == 0 ? 0.5 : 0;
            return true;
        });

        assertThat(result.trades().totalTax()).isCloseTo(5, ROUNDING);
        assertThat(result.equity()[2]).isCloseTo(995, ROUNDING);
    }

    @Test
    void sellsRunBeforeBuysEachByTicker() {
        SimulationResult result = Scenario.of("A", 1, 1, 1)
                .and("B", 1, 1, 1)
                .and("C", 1, 1, 1)
                .and("D", 1, 1, 1)
                .run((day, weights, targets) -> {
                    targets[0] = day == 0 ? 0 : 0.5;
                    targets[1] = day == 0 ? 0.5 : 0;
                    targets[2] = day == 0 ? 0 : 0.5;
                    targets[3] = day == 0 ? 0.5 : 0;
                    return true;
                });

        TradeLog trades = result.trades();
        assertThat(List.of(trades.asset(2), trades.asset(3), trades.asset(4), trades.asset(5)))
                .containsExactly(1, 3, 0, 2);
        assertThat(trades.sharesAfter(2)).isZero();
    }

    @Test
    void wholeLotsAreRoundedTowardsZero() {
        SimulationResult result = Scenario.of("A", 10, 10, 10).whole(10).hold(0.79);

        assertThat(result.trades().size()).isEqualTo(1);
        assertThat(result.trades().shares(0)).isEqualTo(70);
        assertThat(result.cash()[2]).isEqualTo(300);
    }

    @Test
    void aCountThatDivisionLeftJustBelowAWholeOneIsWhole() {
        // 0.29 * 100 is 28.999999999999996
        assertThat(Scenario.of("A", 10, 10).whole(1).hold(0.29).trades().shares(0))
                .isEqualTo(29);
    }

    @Test
    void allInPaysItsCostsFromTheOrder() {
        SimulationResult result =
                Scenario.of("A", 10, 10).charges(Charges.proportional(0.01)).hold(1);

        assertThat(result.trades().shares(0)).isCloseTo(100 / 1.01, ROUNDING);
        assertThat(result.cash()[1]).isBetween(0.0, 1e-8);
    }

    @Test
    void allInWholeSharesIsTheMostThatCashPays() {
        Scenario dear = Scenario.of("A", 10, 99.5).whole(1).charges(Charges.proportional(0.01));
        // 10.05 shares without costs, 9.95 with them
        assertThat(dear.hold(1).trades().shares(0)).isEqualTo(9);
        Scenario cheap = Scenario.of("A", 10, 99.1).whole(1).charges(Charges.proportional(0.009));
        assertThat(cheap.hold(1).trades().shares(0)).isEqualTo(10);
    }

    @Test
    void scarceCashShrinksAllBuysByOneFactor() {
        SimulationResult result = Scenario.of("A", 10, 10)
                .and("B", 20, 20)
                .charges(Charges.proportional(0.25))
                .hold(0.4, 0.6);

        assertThat(result.trades().shares(0)).isCloseTo(40 * 0.8, ROUNDING);
        assertThat(result.trades().shares(1)).isCloseTo(30 * 0.8, ROUNDING);
        assertThat(result.cash()[1]).isBetween(0.0, 1e-8);
    }

    @Test
    void fixedFeesAreFoundByNarrowing() {
        Charges fixed = (asset, day, side, shares, price, bill) -> bill.commission = 100;
        SimulationResult result =
                Scenario.of("A", 10, 10).and("B", 10, 10).charges(fixed).hold(0.5, 0.5);

        assertThat(result.trades().shares(0)).isCloseTo(40, within(1e-6));
        assertThat(result.cash()[1]).isBetween(0.0, 1e-5);
    }

    @Test
    void buysNothingWhenFeesExceedCash() {
        Charges ruinous = (asset, day, side, shares, price, bill) -> bill.commission = 5000;
        assertThat(Scenario.of("A", 10, 10).charges(ruinous).hold(1).equity()).containsExactly(1000, 1000);
    }

    @Test
    void aSuspendedPositionIsKeptAtItsLastClose() {
        SimulationResult result = Scenario.of("A", 10, 10, 12, NONE, NONE, 6)
                .and("B", 10, 10, 10, 10, 10, 10)
                .run((day, weights, targets) -> {
                    targets[0] = day == 0 ? 0.5 : 0;
                    targets[1] = day == 0 ? 0.5 : 1;
                    return day == 0 || day >= 2;
                });

        assertThat(result.equity()).containsExactly(1000, 1000, 1100, 1100, 1100, 800);
        // B cannot take the value that is stuck in A
        assertThat(result.trades().size()).isEqualTo(4);
        assertThat(result.trades().day(2)).isEqualTo(5);
        assertThat(result.trades().price(2)).isEqualTo(6);
        assertThat(result.trades().side(2)).isEqualTo(Side.SELL);
        assertThat(result.cash()[5]).isCloseTo(0, ROUNDING);
    }

    @Test
    void anAssetWithoutAPriceIsNotBought() {
        SimulationResult result = Scenario.of("A", 10, NONE, 10).buyOnce(1);

        assertThat(result.trades().size()).isZero();
        assertThat(result.equity()).containsExactly(1000, 1000, 1000);
    }

    @Test
    void warnsOfAPositionThatHasNoCloseAtTheEnd() {
        SimulationResult result = Scenario.of("A", 10, 10, NONE).buyOnce(1);

        assertThat(result.equity()[2]).isEqualTo(1000);
        assertThat(result.warnings()).singleElement().asString().startsWith("A has no close on 2023-01-04");
    }

    @Test
    void boughtAtTheOpenOfADayWithoutACloseIsMarkedAtTheFill() {
        SimulationResult result = Scenario.of("A", 10, NONE, 30)
                .opens(10, 20, 30)
                .fill(FillPrice.NEXT_OPEN)
                .buyOnce(0.5);

        assertThat(result.equity()).containsExactly(1000, 1000, 1250);
    }

    @Test
    void nothingIsSoldAtTheEnd() {
        SimulationResult result = Scenario.of("A", 10, 10, 10).hold(1);

        assertThat(result.trades().size()).isEqualTo(1);
        assertThat(result.finalShares()[0]).isEqualTo(100);
    }

    @Test
    void falseLeavesThePortfolioAsItIs() {
        SimulationResult result = Scenario.of("A", 10, 10, 20, 20).buyOnce(0.5);

        assertThat(result.trades().size()).isEqualTo(1);
        assertThat(result.decisions()).isEqualTo(1);
    }

    @Test
    void weightsAreThoseAtTheClose() {
        List<Double> seen = new ArrayList<>();
        Scenario.of("A", 10, 10, 30, 30).run((day, weights, targets) -> {
            seen.add(weights[0]);
            targets[0] = 0.5;
            return day == 0;
        });

        assertThat(seen).containsExactly(0.0, 0.5, 0.75);
    }

    @Test
    void cancellationKeepsWhatWasSimulated() {
        SimulationResult result = Simulator.run(
                Scenario.of("A", 10, 20, 30, 40).setup(),
                (day, weights, targets) -> false,
                Charges.NONE,
                (completed, total) -> completed < 2 && total == 4);

        assertThat(result.cancelled()).isTrue();
        assertThat(result.equity()).hasSize(2);
        assertThat(result.lastDay()).isEqualTo(1);
    }

    @Test
    void refusesTargetsThatAreNoWeights() {
        Scenario scenario = Scenario.of("A", 10, 10);

        assertThatThrownBy(() -> scenario.hold(-0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A on 2023-01-02");
        assertThatThrownBy(() -> scenario.hold(NONE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scenario.hold(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void setupRefusesWhatCannotBeSimulated() {
        assertThatThrownBy(() -> Scenario.of("A", 1, 1).capital(0).setup()).hasMessageContaining("capital");
        assertThatThrownBy(() -> Scenario.of("A", 1, 1).slippage(1).setup()).hasMessageContaining("slippage");
        assertThatThrownBy(() -> Scenario.of("A", 1, 1).whole(0).setup()).hasMessageContaining("lot");
    }
}
