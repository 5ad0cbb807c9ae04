package org.quantplatform.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.FillPrice;

class CurrenciesTest {

    /** The account is in EUR; A trades in USD, which is worth 0.5, later 1 EUR. */
    private static Scenario scenario(double cost) {
        double[][] rates = {{0.5, 0.5, 1, 1, 1}};
        return Scenario.of("A", 10, 10, 10, 20, 20)
                .currencies(new Currencies(List.of("EUR", "USD"), new int[] {1}, rates, cost));
    }

    @Test
    void buysAreChangedIntoTheirCurrency() {
        SimulationResult result = scenario(0).buyOnce(0.5);

        // half of 1000 EUR is 1000 USD, which buys 100 shares
        assertThat(result.finalShares()).containsExactly(100);
        assertThat(result.equity()).containsExactly(1000, 1000, 1500, 2500, 2500);
        assertThat(result.cash()).containsExactly(1000, 500, 500, 500, 500);
        assertThat(result.flows().total(CashFlow.Kind.CONVERSION)).isZero();
    }

    @Test
    void changingMoneyCosts() {
        SimulationResult result = scenario(0.01).buyOnce(0.5);
        assertThat(result.cash()[1]).isCloseTo(495, within(1e-9));
        assertThat(result.flows().total(CashFlow.Kind.CONVERSION)).isCloseTo(-5, within(1e-9));
    }

    @Test
    void theWholeCashIsNotExceededByTheCostOfChange() {
        SimulationResult result = scenario(0.01).buyOnce(1);
        assertThat(result.finalShares()[0]).isCloseTo(200 / 1.01, within(1e-6));
        assertThat(result.cash()[1]).isCloseTo(0, within(1e-6)).isGreaterThan(-1e-9);
    }

    @Test
    void proceedsAndDividendsStayInTheirCurrency() {
        SimulationResult result = scenario(0).action("A", 3, Kind.DIVIDEND, 1).run((day, weights, targets) -> {
            targets[0] = day == 0 ? 0.5 : 0.25;
            return day == 0 || day == 3;
        });

        assertThat(result.cash(1)[3]).isEqualTo(100);
        assertThat(result.cash(0)[3]).isEqualTo(500);
        assertThat(result.cash(1)[4]).isGreaterThan(1000);
        assertThat(result.cash()[4]).isEqualTo(result.cash(0)[4] + result.cash(1)[4]);
    }

    @Test
    void totalsAreInTheAccountsCurrency() {
        SimulationResult result =
                scenario(0).charges(Charges.proportional(0.01)).buyOnce(0.25);
        assertThat(result.trades().rate(0)).isEqualTo(0.5);
        assertThat(result.trades().commission(0)).isEqualTo(5);
        assertThat(result.trades().totalCommission()).isEqualTo(2.5);
        assertThat(result.trades().totalNotional()).isEqualTo(250);
    }

    @Test
    void fillsBeforeTheCloseDoNotKnowItsRate() {
        double[][] rates = {{0.5, 1, 1, 1, 1}};
        SimulationResult result = Scenario.of("A", 10, 10, 10, 10, 10)
                .fill(FillPrice.NEXT_OPEN)
                .currencies(new Currencies(List.of("EUR", "USD"), new int[] {1}, rates, 0))
                .buyOnce(0.5);

        // 500 EUR buy 1000 USD at the rate of the close before, which are worth 1000 EUR at the close
        assertThat(result.finalShares()).containsExactly(100);
        assertThat(result.trades().rate(0)).isEqualTo(0.5);
        assertThat(result.equity()).containsExactly(1000, 1500, 1500, 1500, 1500);
    }

    @Test
    void fillsAtTheCloseTakeItsRate() {
        double[][] rates = {{0.5, 1, 1, 1, 1}};
        SimulationResult result = Scenario.of("A", 10, 10, 10, 10, 10)
                .currencies(new Currencies(List.of("EUR", "USD"), new int[] {1}, rates, 0))
                .buyOnce(0.5);

        assertThat(result.finalShares()).containsExactly(50);
        assertThat(result.equity()).containsExactly(1000, 1000, 1000, 1000, 1000);
    }

    @Test
    void aRateOfTheDaysOpenCountsUntilTheClose() {
        double[][] rates = {{0.5, 1, 1, 1, 1}};
        double[][] early = {{0.5, 0.8, 1, 1, 1}};
        SimulationResult result = Scenario.of("A", 10, 10, 10, 10, 10)
                .fill(FillPrice.NEXT_OPEN)
                .currencies(new Currencies(List.of("EUR", "USD"), new int[] {1}, rates, early, 0))
                .buyOnce(0.8);

        assertThat(result.finalShares()[0]).isCloseTo(100, within(1e-9));
        assertThat(result.equity()[1]).isCloseTo(1200, within(1e-9));
    }
}
