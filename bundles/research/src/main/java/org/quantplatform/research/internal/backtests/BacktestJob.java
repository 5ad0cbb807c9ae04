package org.quantplatform.research.internal.backtests;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.core.backtests.BacktestStore;
import org.quantplatform.core.backtests.BacktestStore.NewBacktest;
import org.quantplatform.core.backtests.BacktestStore.Result;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.json.QuantJson;
import org.quantplatform.research.internal.scores.ScoreCache;

/** Runs queued backtests: what was pinned at submission is found again, calculated and stored. */
@Component
public final class BacktestJob implements JobHandler {

    private final BacktestStore store;
    private final PluginRegistry registry;
    private final PanelSource panels;
    private final ScoreCache scores;

    @Activate
    public BacktestJob(
            @Reference BacktestStore store,
            @Reference PluginRegistry registry,
            @Reference PanelSource panels,
            @Reference ScoreCache scores) {
        this.store = store;
        this.registry = registry;
        this.panels = panels;
        this.scores = scores;
    }

    @Override
    public String kind() {
        return "backtest";
    }

    @Override
    public Map<String, Object> run(JobContext context) throws JobCancelled {
        NewBacktest backtest = QuantJson.read(context.requestJson(), NewBacktest.class);
        store.saveManifest(context.id(), backtest.pinned());
        Plan plan = Pins.resolve(backtest.pinned(), registry);
        // a repetition that took over scores would not show whether they come out the same again
        ScoreCache cache = backtest.reproduces() == null ? scores : ScoreCache.none();
        Result calculated = new BacktestCalculation(plan, panels, context).run(cache);
        Result result = compared(calculated, backtest.reproduces());
        store.saveResult(context.id(), result);
        return Map.of("summary", result.summary());
    }

    private Result compared(Result result, @Nullable String reproduces) {
        if (reproduces == null) {
            return result;
        }
        Manifest own = result.manifest();
        boolean identical = store.manifest(reproduces)
                .map(original -> own.resultHash() != null && own.resultHash().equals(original.resultHash()))
                .orElse(false);
        Manifest told = own.repeating(reproduces, identical);
        return new Result(
                told,
                result.summary(),
                result.equity(),
                result.metrics(),
                result.trades(),
                result.flows(),
                result.warnings());
    }
}
