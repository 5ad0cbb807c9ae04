package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.CostSpec;
import org.quantplatform.api.backtests.DividendSpec;
import org.quantplatform.api.backtests.ExecutionSpec;
import org.quantplatform.api.backtests.FinancingSpec;
import org.quantplatform.api.backtests.SlippageSpec;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.api.strategies.StrategySpec;
import org.quantplatform.core.backtests.BacktestStore.NewBacktest;
import org.quantplatform.core.backtests.BacktestStore.Result;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ShareRule;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.scores.ScoreCache;

/** A small market with gaps, splits and dividends, and a request with terms drawn at random; one seed, one of each. */
final class RandomRun {

    static final int DAYS = 120;

    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    private final Random random;
    private final int[] days = Fixtures.weekdays(START, DAYS);
    private final List<String> tickers = new ArrayList<>();
    private final Map<Field, double[]> columns = new TreeMap<>();
    private final List<CorporateAction> actions = new ArrayList<>();
    private final SlippageSpec slippage;
    private final ExecutionSpec execution;

    RandomRun(long seed, ShareRule shares) {
        this.random = new Random(seed);
        int assets = 3 + random.nextInt(6);
        for (Field field : List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME)) {
            columns.put(field, new double[assets * DAYS]);
        }
        for (int asset = 0; asset < assets; asset++) {
            tickers.add("T" + asset);
            walk(asset);
        }
        this.slippage = random.nextBoolean() ? null : new SlippageSpec(SlippageSpec.Model.VOLUME_SHARE, 0.5);
        this.execution = new ExecutionSpec(
                FillPrice.values()[random.nextInt(3)],
                shares,
                random.nextBoolean() ? null : 0.2,
                random.nextBoolean() ? ExecutionSpec.Unfilled.CARRY : null,
                null);
    }

    private void walk(int asset) {
        double close = 20 + 100 * random.nextDouble();
        for (int day = 0; day < DAYS; day++) {
            double open = close * (1 + 0.01 * random.nextGaussian());
            close = open * (1 + 0.02 * random.nextGaussian());
            boolean gap = random.nextInt(40) == 0;
            int cell = asset * DAYS + day;
            columns.get(Field.OPEN)[cell] = gap ? Double.NaN : open;
            columns.get(Field.HIGH)[cell] = gap ? Double.NaN : 1.01 * Math.max(open, close);
            columns.get(Field.LOW)[cell] = gap ? Double.NaN : 0.99 * Math.min(open, close);
            columns.get(Field.CLOSE)[cell] = gap ? Double.NaN : close;
            columns.get(Field.VOLUME)[cell] = gap ? Double.NaN : 1_000 + random.nextInt(50_000);
        }
        action(asset, 1 + random.nextInt(DAYS - 1), CorporateAction.Kind.DIVIDEND, 0.5);
        split(asset, 1 + random.nextInt(DAYS - 1), random.nextBoolean() ? 2 : 0.5);
    }

    private void action(int asset, int day, CorporateAction.Kind kind, double value) {
        actions.add(new CorporateAction(Market.US, tickers.get(asset), LocalDate.ofEpochDay(days[day]), kind, value));
    }

    /** From the day on the asset has {@code ratio} new shares for each old one, and nothing else is different. */
    RandomRun split(int asset, int day, double ratio) {
        for (Map.Entry<Field, double[]> column : columns.entrySet()) {
            double factor = column.getKey().equals(Field.VOLUME) ? ratio : 1 / ratio;
            for (int cell = asset * DAYS + day; cell < (asset + 1) * DAYS; cell++) {
                column.getValue()[cell] *= factor;
            }
        }
        LocalDate date = LocalDate.ofEpochDay(days[day]);
        actions.replaceAll(each -> each.ticker().equals(tickers.get(asset))
                        && each.kind() == CorporateAction.Kind.DIVIDEND
                        && !each.exDate().isBefore(date)
                ? new CorporateAction(each.market(), each.ticker(), each.exDate(), each.kind(), each.value() / ratio)
                : each);
        action(asset, day, CorporateAction.Kind.SPLIT, ratio);
        return this;
    }

    int assets() {
        return tickers.size();
    }

    List<String> tickers() {
        return List.copyOf(tickers);
    }

    PanelSource source() {
        return Fixtures.source(new Panel(Market.US, days, tickers, columns), actions);
    }

    /** Nothing is known of later days. */
    PanelSource sourceUntil(int count) {
        LocalDate end = LocalDate.ofEpochDay(days[count - 1]);
        return Fixtures.source(
                new Panel(Market.US, days, tickers, columns).head(count),
                actions.stream().filter(each -> !each.exDate().isAfter(end)).toList());
    }

    /** The same market whose assets stand in the opposite order under the same set of names. */
    PanelSource reversedSource() {
        Map<Field, double[]> turned = new TreeMap<>();
        columns.forEach((field, column) -> {
            double[] other = new double[column.length];
            for (int asset = 0; asset < assets(); asset++) {
                System.arraycopy(column, asset * DAYS, other, (assets() - 1 - asset) * DAYS, DAYS);
            }
            turned.put(field, other);
        });
        List<CorporateAction> renamed = new ArrayList<>();
        for (CorporateAction each : actions) {
            renamed.add(new CorporateAction(
                    each.market(), opposite(each.ticker()), each.exDate(), each.kind(), each.value()));
        }
        renamed.sort(Comparator.comparing(CorporateAction::exDate));
        return Fixtures.source(new Panel(Market.US, days, tickers, turned), renamed);
    }

    String opposite(String ticker) {
        return tickers.get(assets() - 1 - tickers.indexOf(ticker));
    }

    BacktestRequest request(int lastDay) {
        return new BacktestRequest(
                null,
                new StrategySpec(
                        "factor-rank",
                        Map.of("top", 2, "invested", 0.95),
                        List.of(new FactorWeight("momentum", 1, Map.of("lookback", 5, "skip", 1))),
                        null,
                        null,
                        Rebalance.WEEKLY),
                Universe.of(Market.US),
                START,
                LocalDate.ofEpochDay(days[lastDay]),
                1_000_000.0,
                null,
                execution,
                new CostSpec(10.0, 5.0, false, null, slippage, null),
                null,
                null,
                new FinancingSpec(0.03, null, null, null, null, null, null, null),
                new DividendSpec(0.15));
    }

    static Result run(PanelSource source, BacktestRequest request) throws JobCancelled {
        TestPlugins plugins = new TestPlugins();
        NewBacktest planned =
                new BacktestPlanner(new NoStrategies(), new MemoryExpressions(), plugins, source).plan(request, 1);
        return new BacktestCalculation(Pins.resolve(planned.pinned(), plugins), source, Fixtures.JOB)
                .run(ScoreCache.none());
    }
}
