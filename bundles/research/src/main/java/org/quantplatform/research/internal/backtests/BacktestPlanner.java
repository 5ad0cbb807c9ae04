package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.api.backtests.CostSpec;
import org.quantplatform.api.backtests.DividendSpec;
import org.quantplatform.api.backtests.ExecutionSpec;
import org.quantplatform.api.backtests.FinancingSpec;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.api.strategies.StrategySpec;
import org.quantplatform.core.backtests.BacktestStore.NewBacktest;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.strategies.StrategyStore;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.backtests.BenchmarkSeries.Window;
import org.quantplatform.research.internal.backtests.ExchangeRates.RateSource;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.research.internal.requests.ItemCheck;
import org.quantplatform.research.internal.requests.Problems;
import org.quantplatform.research.internal.requests.SpecReader;
import org.quantplatform.research.internal.strategies.StoredStrategies;
import org.quantplatform.spi.cost.CostModel;

/** Checks a backtest request as far as it can be checked without running it, fills in defaults and pins what it will use. */
@Component(service = BacktestPlanner.class)
public final class BacktestPlanner {

    private static final double DEFAULT_CAPITAL = 100_000_000;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final StrategyStore strategies;
    private final PluginRegistry registry;
    private final PanelSource panels;
    private final SpecReader reader;

    @Activate
    public BacktestPlanner(
            @Reference StrategyStore strategies, @Reference PluginRegistry registry, @Reference PanelSource panels) {
        this.strategies = strategies;
        this.registry = registry;
        this.panels = panels;
        this.reader = new SpecReader(registry);
    }

    /** Refuses {@code INVALID_REQUEST} with every wrong field, {@code NO_DATA} or {@code UNPROCESSABLE}. */
    NewBacktest plan(BacktestRequest request, long owner) {
        Problems problems = new Problems();
        Optional<StoredStrategy> stored = stored(request, owner, problems);
        Optional<BoundSpec> spec = spec(request, stored, problems);
        Universe universe = universe(request, stored);
        Market market = universe.market() == null ? SpecReader.DEFAULT_MARKET : universe.market();
        checkOffered(market);
        SpecReader.checkUniverse(universe, "universe.", problems);
        checkDates(request, problems);
        double capital = request.initialCapital() == null ? DEFAULT_CAPITAL : request.initialCapital();
        problems.addIf(!(capital > 0 && capital <= 1e15), "initial_capital", "must be above 0 and at most 1e15");
        CostSpec costs = CostChoice.withDefaults(request.costs(), market, problems);
        List<BoundPlugin<CostModel<?>>> models = CostChoice.bind(costs, market, registry, problems);
        ExecutionSpec execution = TermsChoice.execution(request.execution(), problems);
        FinancingSpec financing = TermsChoice.financing(request.financing(), problems);
        DividendSpec dividends = TermsChoice.dividends(request.dividends(), problems);
        String currency = currency(request.currency(), market, problems);
        checkBenchmark(request.benchmark(), market, problems);
        problems.throwIfAny();

        BacktestRequest resolved = new BacktestRequest(
                stored.map(StoredStrategy::id).orElse(null),
                spec.orElseThrow().document(),
                universe,
                request.startDate(),
                request.endDate(),
                capital,
                currency,
                execution,
                costs,
                request.benchmark(),
                request.adjust() == null ? Adjust.ALL : request.adjust(),
                financing,
                dividends);
        long snapshot = panels.currentSnapshot();
        checkData(resolved, spec.get(), snapshot);
        return new NewBacktest(
                resolved.strategyId(),
                stored.map(StoredStrategy::name)
                        .orElse(spec.get().strategy().pin().id()),
                resolved.startDate(),
                resolved.endDate(),
                capital,
                currency,
                resolved,
                Pins.manifest(resolved, spec.get(), models, snapshot),
                null);
    }

    private Optional<StoredStrategy> stored(BacktestRequest request, long owner, Problems problems) {
        String id = request.strategyId();
        if (id == null) {
            problems.addIf(request.strategy() == null, "strategy_id", "give strategy_id or strategy");
            return Optional.empty();
        }
        problems.addIf(request.strategy() != null, "strategy_id", "give either strategy_id or strategy, not both");
        Optional<StoredStrategy> found = strategies.get(owner, StoredStrategies.idOf(id));
        problems.addIf(found.isEmpty(), "strategy_id", "no strategy '" + id + "'");
        return found;
    }

    private Optional<BoundSpec> spec(BacktestRequest request, Optional<StoredStrategy> stored, Problems problems) {
        if (request.strategy() != null) {
            return reader.read(request.strategy(), "strategy.", problems);
        }
        return stored.flatMap(strategy -> reader.read(
                new StrategySpec(
                        strategy.plugin(),
                        strategy.parameters(),
                        strategy.factors(),
                        null,
                        strategy.constraints(),
                        strategy.rebalanceFrequency(),
                        strategy.optimizer()),
                "strategy.",
                problems));
    }

    private static Universe universe(BacktestRequest request, Optional<StoredStrategy> stored) {
        Optional<Universe> own = stored.map(StoredStrategy::universe);
        Market fallback = own.map(Universe::market).orElse(SpecReader.DEFAULT_MARKET);
        Universe wanted =
                request.universe() == null ? own.orElse(Universe.of(SpecReader.DEFAULT_MARKET)) : request.universe();
        return wanted.orIn(fallback);
    }

    private static void checkDates(BacktestRequest request, Problems problems) {
        LocalDate start = request.startDate();
        LocalDate end = request.endDate();
        problems.addIf(start == null, "start_date", "must be given");
        problems.addIf(end == null, "end_date", "must be given");
        problems.addIf(start != null && outside(start), "start_date", "must lie between 1900 and 2200");
        problems.addIf(end != null && outside(end), "end_date", "must lie between 1900 and 2200");
        problems.addIf(
                start != null && end != null && end.isBefore(start),
                "end_date",
                "must not be before start_date " + start + ", was " + end);
    }

    private static boolean outside(LocalDate date) {
        return date.isBefore(EARLIEST) || date.isAfter(LATEST);
    }

    private static void checkBenchmark(@Nullable Benchmark benchmark, Market market, Problems problems) {
        if (benchmark == null) {
            return;
        }
        problems.addIf(
                benchmark.kind() == Benchmark.Kind.INDEX, "benchmark.index", "no index is stored on this server");
        problems.addIf(
                benchmark.kind() == Benchmark.Kind.TICKER && benchmark.market() != market,
                "benchmark.market",
                "must be the universe's market " + market);
    }

    private static void checkOffered(Market market) {
        if (market == Market.VN || market == Market.FX) {
            throw unprocessable("universe.market", "backtests in market " + market + " are not offered");
        }
    }

    private static String currency(@Nullable String given, Market market, Problems problems) {
        String code = given == null ? market.currency() : ExchangeRates.code(given);
        problems.addIf(!code.matches("[A-Z]{3}"), "currency", "must be a code of three letters, was '" + given + "'");
        return code;
    }

    private void checkData(BacktestRequest request, BoundSpec spec, long snapshot) {
        Universe universe = request.universe();
        MarketPanel panel = load(
                new PanelQuery(snapshot, universe.market(), universe.tickers(), request.endDate(), spec.fields()),
                universe.tickers().isEmpty() ? "universe.market" : "universe.tickers");
        Set<String> present = Set.copyOf(panel.prices().tickers());
        List<String> absent = universe.tickers().stream()
                .filter(ticker -> !present.contains(ticker))
                .toList();
        if (!absent.isEmpty()) {
            String more = absent.size() > 5 ? " and " + (absent.size() - 5) + " more" : "";
            throw noData(
                    "universe.tickers",
                    "no bars in market " + universe.market() + " for "
                            + String.join(", ", absent.subList(0, Math.min(5, absent.size()))) + more);
        }
        ItemCheck.require(spec, panel.prices());
        int first = panel.prices().firstDayFrom(request.startDate());
        if (first >= panel.prices().days()) {
            throw noData(
                    "start_date",
                    "no data from " + request.startDate() + " to " + request.endDate() + ": bars go from "
                            + panel.prices().date(0) + " to "
                            + panel.prices().date(panel.prices().days() - 1));
        }
        int last = panel.prices().lastDayTo(request.endDate());
        if (last >= first) {
            ExchangeRates.of(
                    request.currency(),
                    panel.prices(),
                    new Window(first, last),
                    new RateSource(panels, snapshot, request.endDate()),
                    0);
        }
        Benchmark benchmark = request.benchmark();
        if (benchmark != null && benchmark.kind() == Benchmark.Kind.TICKER) {
            load(BenchmarkSeries.query(benchmark, snapshot, request.endDate()), "benchmark.ticker");
        }
    }

    private MarketPanel load(PanelQuery query, String field) {
        try {
            return panels.load(query);
        } catch (QuantException e) {
            throw e.code() == ErrorCode.NO_DATA ? noData(field, e.getMessage()) : e;
        }
    }

    private static QuantException noData(String field, String message) {
        return QuantException.withErrors(ErrorCode.NO_DATA, message, List.of(new FieldError(field, message)));
    }

    private static QuantException unprocessable(String field, String message) {
        return QuantException.withErrors(ErrorCode.UNPROCESSABLE, message, List.of(new FieldError(field, message)));
    }
}
