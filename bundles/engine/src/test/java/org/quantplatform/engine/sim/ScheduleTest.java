package org.quantplatform.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Rebalance;

class ScheduleTest {

    private static final double[] SEVENTY_DAYS = new double[70];

    static {
        Arrays.fill(SEVENTY_DAYS, 10);
    }

    private static List<String> decisions(Rebalance rule) {
        List<String> dates = new ArrayList<>();
        Scenario.of("A", SEVENTY_DAYS).schedule(rule).run((day, weights, targets) -> {
            dates.add(Scenario.date(day).toString());
            return false;
        });
        return dates;
    }

    @Test
    void dailyIsEveryDayThatHasANextOne() {
        assertThat(decisions(Rebalance.DAILY)).hasSize(69);
    }

    @Test
    void weeklyIsTheLastTradingDayOfTheWeek() {
        assertThat(decisions(Rebalance.WEEKLY)).hasSize(13).startsWith("2023-01-06", "2023-01-13");
    }

    @Test
    void monthEndIsTheLastTradingDayOfTheMonth() {
        assertThat(decisions(Rebalance.MONTH_END)).containsExactly("2023-01-31", "2023-02-28", "2023-03-31");
    }

    @Test
    void quarterEndIsTheLastTradingDayOfTheQuarter() {
        assertThat(decisions(Rebalance.QUARTER_END)).containsExactly("2023-03-31");
    }

    @Test
    void everyNthDayCountsFromTheFirst() {
        assertThat(decisions(Rebalance.everyDays(30))).containsExactly("2023-01-02", "2023-02-13", "2023-03-27");
    }

    @Test
    void theEndOfThePanelEndsNoPeriod() {
        double[] throughFriday = new double[5];
        Arrays.fill(throughFriday, 10);
        List<Integer> asked = new ArrayList<>();
        Scenario.of("A", throughFriday).schedule(Rebalance.WEEKLY).run((day, weights, targets) -> asked.add(day));

        assertThat(asked).isEmpty();
    }

    @Test
    void thresholdTradesOnlyWhenAWeightDrifted() {
        // half the money in A; after day 1 its weight becomes 0.5238, then 0.6, and 0.5 again after trading
        SimulationResult result = Scenario.of("A", 10, 10, 11, 15, 15, 15)
                .schedule(Rebalance.threshold(0.05))
                .hold(0.5);

        assertThat(IntStream.range(0, result.trades().size()).map(result.trades()::day))
                .containsExactly(1, 4);
    }

    @Test
    void anEmptyPortfolioIsBuiltHoweverSmallItsWeights() {
        SimulationResult result =
                Scenario.of("A", 10, 10, 10).schedule(Rebalance.threshold(0.5)).hold(0.01);

        assertThat(result.trades().size()).isEqualTo(1);
    }
}
