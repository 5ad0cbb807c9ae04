package org.quantplatform.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.CorporateAction.Kind;

class AccountTest {

    /** Half in A from day 1, more on day 2, nothing from day 5. */
    private static SimulationResult run(Scenario scenario, List<double[]> seen) {
        double[] wanted = {0.5, 0.75, 0.75, 0.75, 0, 0, 0};
        return scenario.run(new Decider() {
            @Override
            public boolean decide(int day, double[] weights, double[] targets) {
                throw new AssertionError("the richer form is asked");
            }

            @Override
            public boolean decide(int day, Account account, double[] targets) {
                seen.add(new double[] {
                    account.shares(0), account.entryPrice(0), account.barsHeld(0), account.price(0), account.cash()
                });
                targets[0] = wanted[day];
                return day < 2 || day == 4;
            }
        });
    }

    @Test
    void tellsPositionEntryAndAge() {
        List<double[]> seen = new ArrayList<>();
        run(Scenario.of("A", 10, 10, 20, 20, 20, 20, 20), seen);

        assertThat(seen.get(0)).containsExactly(0, Double.NaN, -1, 10, 1000);
        assertThat(seen.get(1)).containsExactly(50, 10, 0, 10, 500);
        // worth 1500, of which 1125 is 56.25 shares: 50 at 10 and 6.25 at 20
        double mean = (50 * 10 + 6.25 * 20) / 56.25;
        assertThat(seen.get(2)[0]).isEqualTo(56.25);
        assertThat(seen.get(2)[1]).isCloseTo(mean, within(1e-12));
        assertThat(seen.get(4)[2]).isEqualTo(3);
        assertThat(seen.get(5)).startsWith(0, Double.NaN, -1);
    }

    @Test
    void entryPricesFollowSplits() {
        List<double[]> seen = new ArrayList<>();
        run(Scenario.of("A", 10, 10, 10, 5, 5, 5, 5).action("A", 3, Kind.SPLIT, 2), seen);

        assertThat(seen.get(3)[1]).isCloseTo(5, within(1e-12));
        assertThat(seen.get(3)[3]).isEqualTo(5);
    }

    @Test
    void theLastCloseStandsInForAMissingOne() {
        List<Double> prices = new ArrayList<>();
        Scenario.of("A", Scenario.NONE, 10, Scenario.NONE, 12, 13).run(new Decider() {
            @Override
            public boolean decide(int day, double[] weights, double[] targets) {
                return false;
            }

            @Override
            public boolean decide(int day, Account account, double[] targets) {
                return prices.add(account.price(0)) && false;
            }
        });

        assertThat(prices).isEqualTo(Arrays.asList(Double.NaN, 10.0, 10.0, 12.0));
    }
}
