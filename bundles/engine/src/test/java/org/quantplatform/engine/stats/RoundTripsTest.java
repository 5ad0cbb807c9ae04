package org.quantplatform.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.engine.sim.Charges;
import org.quantplatform.engine.sim.Progress;
import org.quantplatform.engine.sim.Setup;
import org.quantplatform.engine.sim.SimulationResult;
import org.quantplatform.engine.sim.Simulator;
import org.quantplatform.engine.stats.RoundTrips.RoundTrip;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ShareRule;

class RoundTripsTest {

    private static final int[] DAYS = {0, 1, 2, 3, 4, 5};

    /** Decides on the day before each entry of {@code targets} is to be held. */
    private static SimulationResult simulate(double[] closes, double[] targets, List<CorporateAction> actions) {
        Panel panel = new Panel(Market.US, DAYS, List.of("A"), Map.of(Field.CLOSE, closes));
        Setup setup = new Setup(
                panel,
                actions,
                0,
                5,
                1000,
                Rebalance.DAILY,
                FillPrice.NEXT_CLOSE,
                ShareRule.FRACTIONAL,
                0,
                new int[] {1},
                new LocalDate[1]);
        return Simulator.run(
                setup,
                (day, weights, wanted) -> {
                    wanted[0] = Double.isNaN(targets[day]) ? 0 : targets[day];
                    return !Double.isNaN(targets[day]);
                },
                Charges.proportional(0.01),
                Progress.NONE);
    }

    @Test
    void aTripEndsWhenAllSharesAreSold() {
        double[] keep = {0.5, Double.NaN, 0, Double.NaN, 0.1, Double.NaN};
        RoundTrips trips = RoundTrips.of(simulate(
                new double[] {10, 10, 10, 12, 10, 10},
                keep,
                List.of(new CorporateAction(Market.US, "A", LocalDate.ofEpochDay(2), Kind.DIVIDEND, 0.5))));

        assertThat(trips.count()).isEqualTo(2);
        assertThat(trips.closed()).isEqualTo(1);
        assertThat(trips.winRate()).isEqualTo(1);
        RoundTrip first = trips.trips().get(0);
        assertThat(first.opened()).isEqualTo(1);
        assertThat(first.ended()).isEqualTo(3);
        assertThat(first.open()).isFalse();
        assertThat(first.invested()).isCloseTo(505, within(1e-9));
        // 50 shares: dividend 25, sold for 600 less 1 %
        assertThat(first.profit()).isCloseTo(25 + 594 - 505, within(1e-9));
        RoundTrip second = trips.trips().get(1);
        assertThat(second.open()).isTrue();
        assertThat(second.ended()).isEqualTo(5);
        assertThat(second.profit()).isCloseTo(-0.01 * (second.invested() / 1.01), within(1e-9));
    }

    @Test
    void adjustmentsInBetweenBelongToTheTrip() {
        double[] keep = {0.5, 0.25, 0.5, 0, Double.NaN, Double.NaN};
        SimulationResult result = simulate(new double[] {10, 10, 10, 10, 10, 10}, keep, List.of());
        RoundTrips trips = RoundTrips.of(result);

        assertThat(trips.count()).isEqualTo(1);
        assertThat(trips.winRate()).isZero();
        assertThat(trips.trips().get(0).profit()).isCloseTo(result.equity()[5] - 1000, within(1e-9));
    }

    @Test
    void aDelistingClosesATrip() {
        double[] keep = {0.5, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        RoundTrips trips = RoundTrips.of(simulate(
                new double[] {10, 10, 10, Double.NaN, Double.NaN, Double.NaN},
                keep,
                List.of(new CorporateAction(Market.US, "A", LocalDate.ofEpochDay(2), Kind.DELISTING, 20))));

        assertThat(trips.closed()).isEqualTo(1);
        assertThat(trips.trips().get(0).ended()).isEqualTo(3);
        assertThat(trips.trips().get(0).profit()).isCloseTo(1000 - 505, within(1e-9));
    }

    @Test
    void withoutAClosedTripThereIsNoWinRate() {
        double[] keep = {0.5, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        RoundTrips trips = RoundTrips.of(simulate(new double[] {10, 10, 10, 10, 10, 10}, keep, List.of()));

        assertThat(trips.count()).isEqualTo(1);
        assertThat(trips.winRate()).isNaN();
    }
}
