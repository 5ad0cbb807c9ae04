package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.api.backtests.CostSpec;
import org.quantplatform.api.backtests.ExecutionSpec;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.api.strategies.StrategySpec;
import org.quantplatform.core.backtests.BacktestStore.Result;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Holding;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ShareRule;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;
import org.quantplatform.model.Universe;

class BacktestCalculationTest {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    private static BacktestRequest request(int lookback, int top, LocalDate from, LocalDate to, Benchmark benchmark) {
        return new BacktestRequest(
                null,
                new StrategySpec(
                        "factor-rank",
                        Map.of("top", top, "invested", 0.98),
                        List.of(new FactorWeight("momentum", 1, Map.of("lookback", lookback, "skip", lookback / 12))),
                        null,
                        null,
                        Rebalance.MONTH_END),
                Universe.of(Market.US),
                from,
                to,
                1_000_000.0,
                null,
                new ExecutionSpec(FillPrice.NEXT_CLOSE, ShareRule.FRACTIONAL),
                new CostSpec(10.0, 5.0, false, null),
                benchmark,
                null);
    }

    private static Result run(PanelSource source, BacktestRequest request) throws JobCancelled {
        return Fixtures.backtest(source, request);
    }

    @Test
    void sameInputsGiveTheSameHash() throws JobCancelled {
        PanelSource source = Fixtures.source(Fixtures.random(200, START, 400), List.of());
        BacktestRequest request = request(60, 10, START, LocalDate.of(2021, 6, 30), null);
        Result first = run(source, request);
        Result second = run(source, request);
        assertThat(first.manifest().resultHash())
                .hasSize(64)
                .isEqualTo(second.manifest().resultHash());
        assertThat(first.trades()).isNotEmpty().isEqualTo(second.trades());
    }

    @Test
    void anotherInputGivesAnotherHash() throws JobCancelled {
        PanelSource source = Fixtures.source(Fixtures.random(30, START, 400), List.of());
        LocalDate end = LocalDate.of(2021, 6, 30);
        assertThat(run(source, request(60, 10, START, end, null)).manifest().resultHash())
                .isNotEqualTo(run(source, request(60, 11, START, end, null))
                        .manifest()
                        .resultHash());
    }

    @Test
    void laterDataChangesNothingEarlier() throws JobCancelled {
        Panel whole = Fixtures.random(40, START, 500);
        LocalDate end = whole.date(399);
        BacktestRequest request = request(60, 5, START, end, null);
        Result withFuture = run(Fixtures.source(whole, List.of()), request);
        Result without = run(Fixtures.source(whole.head(400), List.of()), request);
        assertThat(withFuture.equity().equity()).isEqualTo(without.equity().equity());
        assertThat(withFuture.trades()).isEqualTo(without.trades());
    }

    @Test
    void costsOfTheFirstDayAreInTheReturn() throws JobCancelled {
        PanelSource source = Fixtures.source(Fixtures.random(20, START, 300), List.of());
        BacktestRequest later = request(24, 4, LocalDate.of(2020, 4, 30), LocalDate.of(2020, 12, 31), null);
        BacktestRequest request = new BacktestRequest(
                null,
                later.strategy(),
                later.universe(),
                later.startDate(),
                later.endDate(),
                later.initialCapital(),
                null,
                new ExecutionSpec(FillPrice.SAME_CLOSE, ShareRule.FRACTIONAL),
                later.costs(),
                null,
                null);
        Result result = run(source, request);
        assertThat(result.trades().get(0).date()).isEqualTo(request.startDate());
        double gain = result.summary().finalEquity() / request.initialCapital() - 1;
        assertThat(result.summary().totalReturn()).isCloseTo(gain, within(1e-12));
        assertThat(result.metrics().yearlyReturns().get("2020")).isCloseTo(gain, within(1e-12));
    }

    @Test
    void equalWeightBenchmarkIsTheMeanReturn() throws JobCancelled {
        Panel prices = Fixtures.panel(
                Market.US, Fixtures.weekdays(START, 3), List.of("A", "B"), new double[] {100, 110, 110, 50, 50, 60});
        Result result =
                run(Fixtures.source(prices, List.of()), request(12, 1, START, prices.date(2), Benchmark.EQUAL_WEIGHT));
        assertThat(result.equity().benchmark()[1]).isCloseTo(1_050_000, within(1e-6));
        assertThat(result.equity().benchmark()[2]).isCloseTo(1_155_000, within(1e-6));
    }

    @Test
    void holdingsFollowSplitsAndExplainTheEquity() throws JobCancelled {
        Panel prices = Fixtures.random(12, START, 300);
        int splitDay = 200;
        List<CorporateAction> actions = new ArrayList<>();
        double[] closes = prices.column(Field.CLOSE).clone();
        for (int asset = 0; asset < 12; asset++) {
            actions.add(new CorporateAction(
                    Market.US, prices.ticker(asset), prices.date(splitDay), CorporateAction.Kind.SPLIT, 2));
            for (int day = splitDay; day < prices.days(); day++) {
                closes[asset * prices.days() + day] /= 2;
            }
        }
        int[] days = Fixtures.weekdays(START, 300);
        Panel split = Fixtures.panel(Market.US, days, prices.tickers(), closes);
        BacktestRequest request = request(24, 4, START, split.date(299), null);
        PanelSource source = Fixtures.source(split, actions);
        Result result = run(source, request);
        for (int day : new int[] {100, 199, 200, 299}) {
            double equity = result.equity().equity()[day];
            List<Holding> holdings = new HoldingsReplay(source.load(new PanelQuery(1, Market.US, List.of(), null)))
                    .at(split.date(day), result.trades(), result.flows(), 1, equity);
            double value = holdings.stream().mapToDouble(Holding::marketValue).sum();
            assertThat(value + result.equity().cash()[day]).isCloseTo(equity, within(1e-6));
        }
    }

    @Test
    void aFactorSeesItemsOfTheAccountsBesidePrices() throws JobCancelled {
        Panel prices = Fixtures.random(3, START, 40);
        int[] days = Fixtures.weekdays(START, 40);
        Map<Field, double[]> columns = new TreeMap<>();
        prices.fields().forEach(field -> columns.put(field, prices.column(field)));
        double[] income = new double[3 * 40];
        double[] cap = new double[3 * 40];
        Arrays.fill(cap, 10);
        Arrays.fill(income, 40, 80, 5);
        columns.put(TestPlugins.Cheapness.INCOME, income);
        columns.put(Field.MARKET_CAP, cap);
        Panel whole = new Panel(Market.US, days, prices.tickers(), columns);
        BacktestRequest momentum = request(12, 1, START, whole.date(39), null);
        BacktestRequest request = new BacktestRequest(
                null,
                new StrategySpec(
                        "factor-rank",
                        Map.of("top", 1),
                        List.of(new FactorWeight("cheapness", 1, Map.of())),
                        null,
                        null,
                        Rebalance.MONTH_END),
                momentum.universe(),
                START,
                whole.date(39),
                1_000_000.0,
                null,
                momentum.execution(),
                momentum.costs(),
                null,
                null);
        Result result = run(Fixtures.source(whole, List.of()), request);
        assertThat(result.trades()).isNotEmpty().allMatch(trade -> trade.ticker()
                .equals("T001"));
    }

    /** The monthly momentum portfolio that two independent systems computed. */
    @Test
    void equalsTheIndependentMomentumPortfolio() throws IOException, JobCancelled {
        Path golden = ReferenceFiles.folder();
        assumeTrue(Files.isDirectory(golden), "the reference results are not on this machine");
        Panel prices = ReferenceFiles.prices(golden.resolve("c_prices_470.csv.gz"));
        Result result = run(
                Fixtures.source(prices, List.of()),
                request(252, 94, prices.date(0), prices.date(prices.days() - 1), null));
        List<String> lines = Files.readAllLines(golden.resolve("d_equity_costs.csv"));
        double[] equity = result.equity().equity();
        assertThat(equity).hasSize(lines.size() - 1);
        for (int day = 0; day < equity.length; day++) {
            double expected = Double.parseDouble(lines.get(day + 1).split(",")[1]);
            assertThat(equity[day] / expected - 1).isCloseTo(0, within(1e-12));
        }
        assertTrades(golden.resolve("d_trades_ref_costs.csv.gz"), result.trades());
        assertThat(result.summary().annualizedReturn()).isCloseTo(0.0929032441, within(1e-10));
        assertThat(result.summary().sharpeRatio()).isCloseTo(0.7673285896, within(1e-10));
        assertThat(result.summary().maxDrawdown()).isCloseTo(-0.1582492738, within(1e-10));
        assertThat(result.summary().numTrades()).isEqualTo(5564);
    }

    private static void assertTrades(Path file, List<Trade> trades) throws IOException {
        List<String[]> expected = new ArrayList<>();
        try (BufferedReader reader = ReferenceFiles.gz(file)) {
            reader.lines().skip(1).map(line -> line.split(",")).forEach(expected::add);
        }
        expected.sort(Comparator.comparing((String[] row) -> row[0]).thenComparing(row -> row[1]));
        List<Trade> own = new ArrayList<>(trades);
        own.sort(Comparator.comparing(Trade::date).thenComparing(Trade::ticker));
        assertThat(own).hasSameSizeAs(expected);
        for (int i = 0; i < own.size(); i++) {
            Trade trade = own.get(i);
            String[] row = expected.get(i);
            assertThat(trade.date() + trade.ticker()).isEqualTo(row[0] + row[1]);
            double signed = trade.shares() * (trade.side() == Side.BUY ? 1 : -1);
            double quantity = Double.parseDouble(row[2]);
            assertThat(signed).isCloseTo(quantity, within(Math.max(1e-10 * Math.abs(quantity), 1e-11)));
            assertThat(trade.price()).isCloseTo(Double.parseDouble(row[3]), within(1e-9));
        }
    }
}
