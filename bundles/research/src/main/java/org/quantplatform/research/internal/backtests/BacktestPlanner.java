package org.quantplatform.research.internal.backtests;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.core.backtests.BacktestStore.NewBacktest;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.factors.ExpressionStore;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.strategies.StrategyStore;
import org.quantplatform.research.internal.backtests.BenchmarkSeries.Window;
import org.quantplatform.research.internal.backtests.ExchangeRates.RateSource;
import org.quantplatform.research.internal.backtests.RequestResolver.Resolved;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.research.internal.requests.DataCheck;
import org.quantplatform.research.internal.requests.ItemCheck;
import org.quantplatform.research.internal.requests.OwnFactors;
import org.quantplatform.research.internal.requests.Problems;
import org.quantplatform.research.internal.strategies.StoredStrategies;

/** Checks a backtest request as far as it can be checked without running it, fills in defaults and pins what it will use. */
@Component(service = BacktestPlanner.class)
public final class BacktestPlanner {

    private final StrategyStore strategies;
    private final PanelSource panels;
    private final PluginRegistry registry;
    private final ExpressionStore expressions;
    private final DataCheck data;

    @Activate
    public BacktestPlanner(
            @Reference StrategyStore strategies,
            @Reference ExpressionStore expressions,
            @Reference PluginRegistry registry,
            @Reference PanelSource panels) {
        this.strategies = strategies;
        this.panels = panels;
        this.expressions = expressions;
        this.registry = registry;
        this.data = new DataCheck(panels);
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
        RequestResolver resolver = new RequestResolver(new OwnFactors(registry, expressions, owner));
        Optional<Resolved> found = resolver.resolve(request, stored, problems);
        problems.throwIfAny();
        Resolved resolved = found.orElseThrow();
        long snapshot = panels.currentSnapshot();
        checkData(resolved, snapshot);
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
        Optional<StoredStrategy> found = StoredStrategies.find(strategies, owner, id);
        problems.addIf(found.isEmpty(), "strategy_id", "no strategy '" + id + "'");
        return found;
    }

    private void checkData(Resolved resolved, long snapshot) {
        BacktestRequest request = resolved.request();
        BoundSpec spec = resolved.spec();
        MarketPanel panel = data.universe(request.universe(), snapshot, request.endDate(), spec.fields());
        ItemCheck.require(spec, panel.prices());
        int first = DataCheck.firstDay(panel.prices(), request.startDate(), request.endDate());
        if (resolved.rules() != null && RulesChoice.trades(request)) {
            RulesChoice.check(resolved.rules().service(), panel, first);
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
            data.load(BenchmarkSeries.query(benchmark, snapshot, request.endDate()), "benchmark.ticker");
        }
    }
}
