package org.quantplatform.engine.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quantplatform.engine.SharedFiles;
import org.quantplatform.engine.stats.PerformanceSummary;
import org.quantplatform.engine.stats.Statistics;
import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ShareRule;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;

/** A monthly momentum portfolio of 470 stocks with costs, which two independent systems computed. */
class ReferencePortfolioTest {

    private static final int TOP = 94;

    private static Panel panel;
    private static SimulationResult result;

    @BeforeAll
    static void simulate() {
        panel = SharedFiles.closes("c_prices_470.csv.gz");
        int[] lots = new int[panel.assets()];
        Arrays.fill(lots, 1);
        Setup setup = new Setup(
                panel,
                List.of(),
                0,
                panel.days() - 1,
                1_000_000,
                Rebalance.MONTH_END,
                FillPrice.NEXT_CLOSE,
                ShareRule.FRACTIONAL,
                0.0005,
                lots,
                new LocalDate[panel.assets()]);
        result = Simulator.run(
                setup, (day, weights, targets) -> decide(day, targets), Charges.proportional(0.001), Progress.NONE);
    }

    private static boolean decide(int day, double[] targets) {
        if (day < 252) {
            return false;
        }
        List<Integer> ranked = new ArrayList<>();
        for (int asset = 0; asset < panel.assets(); asset++) {
            ranked.add(asset);
        }
        ranked.sort(Comparator.comparingDouble((Integer asset) -> -momentum(asset, day))
                .thenComparing(Comparator.naturalOrder()));
        ranked.subList(0, TOP).forEach(asset -> targets[asset] = 0.98 / TOP);
        return true;
    }

    private static double momentum(int asset, int day) {
        return panel.value(Field.CLOSE, asset, day - 21) / panel.value(Field.CLOSE, asset, day - 252) - 1;
    }

    @Test
    void equityIsTheReferenceOnEveryDay() {
        List<String[]> lines = SharedFiles.csv("d_equity_costs.csv");
        assertThat(result.equity()).hasSize(lines.size() - 1);
        double worst = 0;
        for (int day = 0; day < panel.days(); day++) {
            String[] cells = lines.get(day + 1);
            assertThat(panel.date(day)).hasToString(cells[0]);
            worst = Math.max(worst, Math.abs(result.equity()[day] / Double.parseDouble(cells[1]) - 1));
        }
        assertThat(worst).isLessThan(1e-12);
    }

    @Test
    void tradesAreTheReferenceOneToOne() {
        List<String[]> lines = SharedFiles.csv("d_trades_ref_costs.csv.gz");
        List<Trade> trades = new ArrayList<>();
        for (int i = 0; i < result.trades().size(); i++) {
            trades.add(result.trades().trade(i, panel));
        }
        trades.sort(Comparator.comparing(Trade::date).thenComparing(Trade::ticker));
        List<String[]> expected = lines.subList(1, lines.size()).stream()
                .sorted(Comparator.comparing((String[] cells) -> cells[0]).thenComparing(cells -> cells[1]))
                .toList();
        assertThat(trades).hasSize(5564).hasSameSizeAs(expected);
        for (int i = 0; i < trades.size(); i++) {
            assertEqual(trades.get(i), expected.get(i));
        }
    }

    private static void assertEqual(Trade trade, String[] cells) {
        assertThat(trade.date()).hasToString(cells[0]);
        assertThat(trade.ticker()).isEqualTo(cells[1]);
        double quantity = Double.parseDouble(cells[2]);
        assertThat(trade.side()).isEqualTo(quantity > 0 ? Side.BUY : Side.SELL);
        assertClose(trade.shares(), Math.abs(quantity));
        assertClose(trade.price(), Double.parseDouble(cells[3]));
        assertClose(trade.commission(), Double.parseDouble(cells[4]));
    }

    private static void assertClose(double value, double expected) {
        assertThat(value).isCloseTo(expected, within(Math.max(1e-11, 1e-10 * Math.abs(expected))));
    }

    @Test
    void costsAndStatisticsAreTheReference() {
        assertThat(result.trades().totalCommission()).isCloseTo(30385.17935227117, within(1e-7));
        assertThat(result.trades().totalCommission() + result.trades().totalSlippage())
                .isCloseTo(45577.54, within(0.005));
        assertThat(Arrays.stream(result.cash()).min().orElseThrow()).isCloseTo(18529.51, within(0.005));
        assertThat(result.decisions()).isEqualTo(48);
        PerformanceSummary summary = PerformanceSummary.of(Statistics.returns(result.equity()), null, 0);
        assertThat(summary.annualizedReturn()).isCloseTo(0.0929032441, within(1e-10));
        assertThat(summary.sharpeRatio()).isCloseTo(0.7673285896, within(1e-10));
        assertThat(summary.maxDrawdown()).isCloseTo(-0.1582492738, within(1e-10));
    }
}
