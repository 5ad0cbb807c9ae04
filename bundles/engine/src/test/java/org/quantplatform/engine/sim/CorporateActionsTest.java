package org.quantplatform.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quantplatform.engine.sim.Scenario.NONE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.CashFlow;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;

class CorporateActionsTest {

    @Test
    void aSplitMultipliesTheSharesHeld() {
        SimulationResult result =
                Scenario.of("A", 10, 10, 5, 6).action("A", 2, Kind.SPLIT, 2).buyOnce(0.5);

        assertThat(result.equity()).containsExactly(1000, 1000, 1000, 1100);
        assertThat(result.finalShares()).containsExactly(100);
        assertThat(result.flows().kind(0)).isEqualTo(CashFlow.Kind.SPLIT);
        assertThat(result.flows().amount(0)).isZero();
        assertThat(result.flows().sharesAfter(0)).isEqualTo(100);
    }

    @Test
    void aSplitAdjustsTheLastCloseOfASuspendedShare() {
        SimulationResult result =
                Scenario.of("A", 10, 10, NONE, 5).action("A", 2, Kind.SPLIT, 2).buyOnce(0.5);

        assertThat(result.equity()).containsExactly(1000, 1000, 1000, 1000);
    }

    @Test
    void aFractionOfAShareIsPaidOutWhereSharesAreWhole() {
        SimulationResult result = Scenario.of("A", 10, 10, 6, 6)
                .whole(1)
                .action("A", 2, Kind.SPLIT, 1.5)
                .buyOnce(0.51);

        // 51 shares become 76.5; half a share at 10 / 1.5
        assertThat(result.finalShares()).containsExactly(76);
        assertThat(result.flows().amount(0)).isCloseTo(0.5 * 10 / 1.5, within(1e-12));
        assertThat(result.cash()[2]).isCloseTo(490 + 0.5 * 10 / 1.5, within(1e-12));
    }

    @Test
    void aConsolidationCanLeaveNothingButCash() {
        SimulationResult result = Scenario.of("A", 1, 1, 10, 10)
                .capital(10)
                .whole(1)
                .action("A", 2, Kind.SPLIT, 0.1)
                .buyOnce(0.5);

        assertThat(result.finalShares()).containsExactly(0);
        assertThat(result.cash()[3]).isCloseTo(10, within(1e-12));
    }

    @Test
    void aDividendGoesToWhoHeldBeforeTheExDate() {
        SimulationResult result = Scenario.of("A", 10, 10, 9, 9)
                .action("A", 1, Kind.DIVIDEND, 5)
                .action("A", 2, Kind.DIVIDEND, 1)
                .buyOnce(0.5);

        assertThat(result.equity()).containsExactly(1000, 1000, 1000, 1000);
        assertThat(result.cash()).containsExactly(1000, 500, 550, 550);
        assertThat(result.flows().size()).isEqualTo(1);
        assertThat(result.flows().day(0)).isEqualTo(2);
        assertThat(result.flows().total(CashFlow.Kind.DIVIDEND)).isEqualTo(50);
    }

    @Test
    void aDividendOnTheDayOfASplitIsPerNewShare() {
        SimulationResult result = Scenario.of("A", 10, 10, 4)
                .action("A", 2, Kind.DIVIDEND, 1)
                .action("A", 2, Kind.SPLIT, 2)
                .buyOnce(0.5);

        assertThat(result.equity()[2]).isEqualTo(1000);
    }

    @Test
    void anExDateOnAWeekendCountsOnMonday() {
        SimulationResult result = Simulator.run(
                withSaturdaySplit(), (day, weights, targets) -> buyAllOn(0, day, targets), Charges.NONE, Progress.NONE);

        assertThat(result.equity()).containsExactly(1000, 1000, 1000, 1000, 1000, 1000);
    }

    private static Setup withSaturdaySplit() {
        Setup base = Scenario.of("A", 10, 10, 10, 10, 10, 5)
                .action("A", 5, Kind.SPLIT, 2)
                .setup();
        var monday = base.actions().get(0);
        var saturday = new CorporateAction(monday.market(), "A", monday.exDate().minusDays(2), Kind.SPLIT, 2);
        return new Setup(
                base.prices(),
                List.of(saturday),
                base.firstDay(),
                base.lastDay(),
                base.capital(),
                base.schedule(),
                base.fill(),
                base.shares(),
                base.terms(),
                base.delisted());
    }

    private static boolean buyAllOn(int buyDay, int day, double[] targets) {
        targets[0] = 1;
        return day == buyDay;
    }

    @Test
    void aDelistedShareIsPaidAfterItsLastClose() {
        SimulationResult result = Scenario.of("A", 10, 10, 12, NONE, NONE)
                .action("A", 2, Kind.DELISTING, 11)
                .buyOnce(0.5);

        assertThat(result.equity()).containsExactly(1000, 1000, 1100, 1050, 1050);
        assertThat(result.cash()).containsExactly(1000, 500, 500, 1050, 1050);
        assertThat(result.trades().size()).isEqualTo(1);
        assertThat(result.flows().kind(0)).isEqualTo(CashFlow.Kind.DELISTING);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void aDelistingForNothingLosesThePosition() {
        SimulationResult result = Scenario.of("A", 10, 10, 12, NONE)
                .action("A", 2, Kind.DELISTING, 0)
                .buyOnce(0.5);

        assertThat(result.equity()).containsExactly(1000, 1000, 1100, 500);
    }

    @Test
    void aDelistedShareIsPaidBeforeASplitOfTheNextDay() {
        SimulationResult result = Scenario.of("A", 10, 10, 10, NONE)
                .action("A", 2, Kind.DELISTING, 10)
                .action("A", 3, Kind.SPLIT, 2)
                .buyOnce(0.5);

        assertThat(result.equity()[3]).isEqualTo(1000);
        assertThat(result.flows().size()).isEqualTo(1);
    }

    @Test
    void withoutAnActionADelistedShareGoesAtItsLastCloseWithAWarning() {
        SimulationResult result = Scenario.of("A", 10, 10, 12, NONE, NONE)
                .delisted("A", 2)
                .charges(Charges.proportional(0.1))
                .buyOnce(0.5);

        assertThat(result.cash()[3]).isCloseTo(450 + 600, within(1e-9));
        assertThat(result.trades().size()).isEqualTo(1);
        assertThat(result.warnings()).singleElement().asString().startsWith("A was delisted");
    }

    @Test
    void aSpinOffWarnsWhoHoldsTheShare() {
        Scenario scenario = Scenario.of("A", 10, 10, 8, 8).action("A", 2, Kind.SPIN_OFF, 2);
        SimulationResult held = scenario.buyOnce(0.5);

        assertThat(held.equity()).containsExactly(1000, 1000, 900, 900);
        assertThat(held.warnings())
                .singleElement()
                .asString()
                .startsWith("A spun off a part on 2023-01-04 while it was held")
                .contains("worth 2.0 per share");
        assertThat(scenario.buyOnce(0).warnings()).noneMatch(text -> text.contains("spun off"));
    }

    @Test
    void actionsOfOtherTickersAreIgnored() {
        SimulationResult result =
                Scenario.of("A", 10, 10, 10).action("B", 2, Kind.SPLIT, 2).buyOnce(0.5);

        assertThat(result.flows().size()).isZero();
    }
}
