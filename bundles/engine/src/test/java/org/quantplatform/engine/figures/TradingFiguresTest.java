package org.quantplatform.engine.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.quantplatform.engine.sim.Charges;
import org.quantplatform.engine.sim.Progress;
import org.quantplatform.engine.sim.Setup;
import org.quantplatform.engine.sim.SimulationResult;
import org.quantplatform.engine.sim.Simulator;
import org.quantplatform.engine.stats.RoundTrips;
import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ShareRule;

class TradingFiguresTest {

    private static final Offset<Double> ROUNDING = within(1e-12);

    /** Each weight is decided on the close before the day on which it is to be held; all trades are at closes. */
    private static Map<String, Double> figures(double[] closes, double... weights) {
        int[] days = new int[closes.length];
        for (int i = 0; i < days.length; i++) {
            days[i] = i;
        }
        Panel panel = new Panel(Market.US, days, List.of("A"), Map.of(Field.CLOSE, closes));
        Setup setup = new Setup(
                panel,
                List.of(),
                0,
                days.length - 1,
                1000,
                Rebalance.DAILY,
                FillPrice.NEXT_CLOSE,
                ShareRule.FRACTIONAL,
                0,
                new int[] {1},
                new LocalDate[1]);
        SimulationResult result = Simulator.run(
                setup,
                (day, now, wanted) -> {
                    wanted[0] = weights[day];
                    return true;
                },
                Charges.proportional(0),
                Progress.NONE);
        return Catalogue.values(new Trading(result, RoundTrips.of(result)));
    }

    @Test
    void smallCaseByHand() {
        // bought for 500 and sold for 600, bought for 550 and sold for 275; 550 of 825 are held at the end
        Map<String, Double> figures =
                figures(new double[] {10, 10, 12, 12, 6, 6, 6}, 0.5, 0, 0.5, 0, 2 / 3.0, 2 / 3.0, 0);

        assertThat(figures.get("round_trips")).isEqualTo(3);
        assertThat(figures.get("closed_round_trips")).isEqualTo(2);
        assertThat(figures.get("win_rate")).isEqualTo(0.5);
        assertThat(figures.get("win_rate_short")).isNaN();
        assertThat(figures.get("profit_factor")).isCloseTo(100 / 275.0, ROUNDING);
        assertThat(figures.get("payoff_ratio")).isCloseTo(100 / 275.0, ROUNDING);
        assertThat(figures.get("average_profit")).isCloseTo(-87.5, within(1e-10));
        assertThat(figures.get("average_trip_return")).isCloseTo((0.2 - 0.5) / 2, ROUNDING);
        assertThat(figures.get("best_trip")).isCloseTo(100, within(1e-10));
        assertThat(figures.get("worst_trip")).isCloseTo(-275, within(1e-10));
        assertThat(figures.get("longest_losing_row")).isEqualTo(1);
        assertThat(figures.get("average_holding_days")).isEqualTo(1);
        assertThat(figures.get("median_holding_days")).isEqualTo(1);
        assertThat(figures.get("final_equity")).isCloseTo(825, within(1e-10));
        assertThat(figures.get("total_costs")).isZero();
        double mean = (1000 + 1000 + 1100 + 1100 + 825 + 825 + 825) / 7.0;
        assertThat(figures.get("turnover"))
                .isCloseTo((500 + 600 + 550 + 275 + 550) / 2.0 / mean / (7 / 252.0), within(1e-9));
        assertThat(figures.get("exposure"))
                .isCloseTo((0.5 + 550 / 1100.0 + 550 / 825.0 + 550 / 825.0) / 7, within(1e-9));
    }

    @Test
    void withoutTradesThereIsNothingToTell() {
        Map<String, Double> figures = figures(new double[] {10, 10}, 0, 0);

        assertThat(figures.get("num_trades")).isZero();
        assertThat(figures.get("turnover")).isZero();
        for (String id : new String[] {"win_rate", "profit_factor", "average_profit", "system_quality", "best_trip"}) {
            assertThat(figures.get(id)).as(id).isNaN();
        }
        assertThat(figures.get("longest_holding_days")).isNaN();
    }
}
