package org.quantplatform.research.internal.factors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.factors.FactorAnalysisStore;
import org.quantplatform.core.factors.FactorAnalysisStore.NewAnalysis;
import org.quantplatform.core.factors.FactorAnalysisStore.Result;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.PluginPin;
import org.quantplatform.research.internal.backtests.Stage;
import org.quantplatform.research.internal.scores.FactorScores;
import org.quantplatform.research.internal.scores.ScoreCache;
import org.quantplatform.spi.factor.Factor;

/** Analyses factors with the code and as of the data that were pinned, and stores what it found. */
@Component
public final class AnalysisJob implements JobHandler {

    private final FactorAnalysisStore store;
    private final PluginRegistry registry;
    private final PanelSource panels;
    private final ScoreCache cache;

    @Activate
    public AnalysisJob(
            @Reference FactorAnalysisStore store,
            @Reference PluginRegistry registry,
            @Reference PanelSource panels,
            @Reference ScoreCache cache) {
        this.store = store;
        this.registry = registry;
        this.panels = panels;
        this.cache = cache;
    }

    @Override
    public String kind() {
        return "factor-analysis";
    }

    @Override
    public Map<String, Object> run(JobContext context) throws JobCancelled {
        NewAnalysis wanted = QuantJson.read(context.requestJson(), NewAnalysis.class);
        Result result = analyse(wanted, context);
        store.saveResult(context.id(), result);
        return Map.of("subjects", result.subjects().size());
    }

    Result analyse(NewAnalysis wanted, JobContext context) throws JobCancelled {
        AnalysisRequest request = wanted.request();
        List<BoundPlugin<Factor<?>>> factors = bind(wanted);
        MarketPanel market = panels.load(PanelQuery.of(
                wanted.snapshot(),
                request.universe(),
                AnalysisPlanner.lastBar(request),
                AnalysisPlanner.fields(factors)));
        Stage stage = Stage.of(market, request.adjust(), request.universe(), panels);
        FactorScores source =
                new FactorScores(stage.signals(), market.instruments(), context::cancelled).among(stage.eligibility());
        return new AnalysisCalculation(request, stage, context)
                .run(factors, cache.before(source, market, request.adjust()));
    }

    private List<BoundPlugin<Factor<?>>> bind(NewAnalysis wanted) {
        List<BoundPlugin<Factor<?>>> bound = new ArrayList<>();
        for (int i = 0; i < wanted.factors().size(); i++) {
            Map<String, Object> parameters = wanted.request().factors().get(i).parameters();
            bound.add(bind(wanted.factors().get(i), parameters));
        }
        return bound;
    }

    /** A raw class stands for the wildcard type that it is the erasure of. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private BoundPlugin<Factor<?>> bind(PluginPin pin, Map<String, Object> parameters) {
        return (BoundPlugin) registry.bind(Factor.class, pin, parameters);
    }
}
