package org.quantplatform.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Side;

class FinancingTest {

    private static Financing financing(double cash, double debit, double borrow, double leverage) {
        return new Financing(cash, debit, borrow, 365, true, leverage, 0.5, 0.25);
    }

    @Test
    void cashEarnsInterestForCalendarDays() {
        Financing interest = new Financing(0.0365, 0, 0, 365, false, 1, 0.5, 0.25);
        SimulationResult result =
                Scenario.of("A", 10, 10, 10, 10, 10, 10).financing(interest).hold(0);

        // Monday to Friday: 0.01 % a day on what is there; Monday: three days at once
        double friday = 1000 * Math.pow(1.0001, 4);
        assertThat(result.cash()[4]).isCloseTo(friday, within(1e-9));
        assertThat(result.cash()[5]).isCloseTo(friday * 1.0003, within(1e-9));
        assertThat(result.flows().total(CashFlow.Kind.INTEREST)).isCloseTo(friday * 1.0003 - 1000, within(1e-9));
    }

    @Test
    void aShortPositionGainsWhenThePriceFalls() {
        SimulationResult result =
                Scenario.of("A", 10, 10, 8, 8).financing(financing(0, 0, 0, 1)).buyOnce(-0.5);

        assertThat(result.trades().side(0)).isEqualTo(Side.SELL);
        assertThat(result.finalShares()).containsExactly(-50);
        assertThat(result.cash()).containsExactly(1000, 1500, 1500, 1500);
        assertThat(result.equity()).containsExactly(1000, 1000, 1100, 1100);
    }

    @Test
    void lentSharesCostAFeeAndTheirDividends() {
        SimulationResult result = Scenario.of("A", 10, 10, 10, 9)
                .financing(financing(0, 0, 0.365, 1))
                .action("A", 3, Kind.DIVIDEND, 1)
                .withholding(0.3)
                .buyOnce(-0.5);

        // 0.1 % of 500 a day, from the day after the sale
        assertThat(result.cash()[2]).isCloseTo(1500 - 0.5, within(1e-12));
        assertThat(result.cash()[3]).isCloseTo(1500 - 1 - 50, within(1e-12));
        assertThat(result.flows().total(CashFlow.Kind.WITHHOLDING)).isZero();
    }

    @Test
    void goingFromLongToShortTakesTwoTrades() {
        SimulationResult result = Scenario.of("A", 10, 10, 10, 10)
                .financing(financing(0, 0, 0, 1))
                .run((day, weights, targets) -> {
                    targets[0] = day == 1 ? -0.5 : 0.5;
                    return true;
                });

        assertThat(result.trades().size()).isEqualTo(5);
        assertThat(List.of(result.trades().sharesAfter(1), result.trades().sharesAfter(2)))
                .containsExactly(0.0, -50.0);
        assertThat(List.of(result.trades().sharesAfter(3), result.trades().sharesAfter(4)))
                .containsExactly(0.0, 50.0);
        assertThat(result.equity()).containsExactly(1000, 1000, 1000, 1000);
    }

    @Test
    void leverageBorrowsAtTheDebitRate() {
        SimulationResult result = Scenario.of("A", 10, 10, 11, 11)
                .financing(financing(0, 0.365, 0, 2))
                .buyOnce(1.5);

        assertThat(result.finalShares()).containsExactly(150);
        assertThat(result.cash()[1]).isEqualTo(-500);
        assertThat(result.equity()[2]).isCloseTo(1000 + 150 - 0.5, within(1e-12));
    }

    @Test
    void buysShrinkToTheLeverageAllowed() {
        SimulationResult result =
                Scenario.of("A", 10, 10, 10).financing(financing(0, 0, 0, 1.5)).buyOnce(4);
        assertThat(result.finalShares()[0]).isCloseTo(150, within(1e-6));
    }

    @Test
    void aMarginCallReducesAllPositionsToTheInitialMargin() {
        SimulationResult result = Scenario.of("A", 10, 10, 6, 6, 6)
                .financing(financing(0, 0, 0, 2))
                .buyOnce(2);

        // 200 shares on 1000 borrowed: at 6 worth 1200 on an equity of 200, below a quarter; reduced to 400 on 200
        assertThat(result.equity()[2]).isEqualTo(200);
        assertThat(result.trades().day(1)).isEqualTo(3);
        assertThat(result.finalShares()[0]).isCloseTo(400 / 6.0, within(1e-9));
        assertThat(result.warnings()).containsExactly("1 margin call reduced positions");
    }

    @Test
    void usedUpEquityEndsEverything() {
        SimulationResult result = Scenario.of("A", 10, 10, 30, 30, 30)
                .financing(financing(0, 0, 0, 2))
                .hold(-1);

        assertThat(result.finalShares()).containsExactly(0);
        assertThat(result.equity()[4]).isEqualTo(-1000);
        assertThat(result.warnings().get(0)).contains("used up on 2023-01-04");
    }

    @Test
    void refusesSenselessTerms() {
        assertThatThrownBy(() -> financing(Double.NaN, 0, 0, 1)).hasMessageContaining("rates");
        assertThatThrownBy(() -> financing(0, 0, 0, Double.POSITIVE_INFINITY)).hasMessageContaining("maxLeverage");
        assertThatThrownBy(() -> new Financing(0, 0, 0, 365, true, 1, 0.2, 0.3)).hasMessageContaining("margin");
        assertThatThrownBy(() -> new Financing(0, 0, 0, 0, true, 1, 0.5, 0.3)).hasMessageContaining("dayCount");
    }
}
