package org.quantplatform.research.internal.backtests;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.core.backtests.BacktestStore.NewBacktest;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.strategies.StrategyStore;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.backtests.BenchmarkSeries.Window;
import org.quantplatform.research.internal.backtests.ExchangeRates.RateSource;
import org.quantplatform.research.internal.backtests.RequestResolver.Resolved;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.research.internal.requests.ItemCheck;
import org.quantplatform.research.internal.requests.Problems;
import org.quantplatform.research.internal.strategies.StoredStrategies;

/** Checks a backtest request as far as it can be checked without running it, fills in defaults and pins what it will use. */
@Component(service = BacktestPlanner.class)
public final class BacktestPlanner {

    private final StrategyStore strategies;
    private final PanelSource panels;
    private final RequestResolver resolver;

    @Activate
    public BacktestPlanner(
            @Reference StrategyStore strategies, @Reference PluginRegistry registry, @Reference PanelSource panels) {
        this.strategies = strategies;
        this.panels = panels;
        this.resolver = new RequestResolver(registry);
    }

    /** Refuses {@code INVALID_REQUEST} with every wrong field, {@code NO_DATA} or {@code UNPROCESSABLE}. */
    NewBacktest plan(BacktestRequest request, long owner) {
        Planned planned = check(request, owner);
        BacktestRequest resolved = planned.resolved().request();
        return new NewBacktest(
                resolved.strategyId(),
                planned.name(),
                resolved.startDate(),
                resolved.endDate(),
                resolved.initialCapital(),
                resolved.currency(),
                resolved,
                planned.manifest(),
                null);
    }

    /**
     * A request that can be run.
     *
     * @param name of the stored strategy, or the plug-in's id
     * @param manifest with what was pinned
     */
    public record Planned(Resolved resolved, String name, Manifest manifest) {}

    /** As a run would be checked, for runs that are made otherwise than by {@link BacktestService}. */
    public Planned check(BacktestRequest request, long owner) {
        Problems problems = new Problems();
        Optional<StoredStrategy> stored = stored(request, owner, problems);
        Optional<Resolved> found = resolver.resolve(request, stored, problems);
        problems.throwIfAny();
        Resolved resolved = found.orElseThrow();
        long snapshot = panels.currentSnapshot();
        checkData(resolved.request(), resolved.spec(), snapshot);
        String name = stored.map(StoredStrategy::name)
                .orElse(resolved.spec().strategy().pin().id());
        return new Planned(resolved, name, Pins.manifest(resolved, snapshot));
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
}
