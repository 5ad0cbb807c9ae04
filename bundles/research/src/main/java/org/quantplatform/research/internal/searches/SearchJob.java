package org.quantplatform.research.internal.searches;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.searches.Trial.Part;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.searches.NewSearch;
import org.quantplatform.core.searches.SearchStore;
import org.quantplatform.core.searches.SearchStore.Result;
import org.quantplatform.json.QuantJson;
import org.quantplatform.research.internal.backtests.RequestResolver;
import org.quantplatform.research.internal.backtests.RequestResolver.Resolved;
import org.quantplatform.research.internal.backtests.SharedRuns;
import org.quantplatform.research.internal.requests.Problems;
import org.quantplatform.research.internal.scores.ScoreCache;
import org.quantplatform.research.internal.scores.Scores;
import org.quantplatform.research.internal.searches.SearchRun.Bench;
import org.quantplatform.research.internal.searches.TrialPlan.Spot;

/** Makes the runs of a search that are not stored yet, then judges all of them. */
@Component(service = JobHandler.class)
public final class SearchJob implements JobHandler {

    private static final Spot WHOLE = new Spot(0, 0, Part.WHOLE);

    private final SearchStore store;
    private final PluginRegistry registry;
    private final PanelSource panels;
    private final ScoreCache scores;
    private final int threads;

    @Activate
    public SearchJob(
            @Reference SearchStore store,
            @Reference PluginRegistry registry,
            @Reference PanelSource panels,
            @Reference ScoreCache scores) {
        this(store, new Sources(registry, panels, scores), Runtime.getRuntime().availableProcessors());
    }

    SearchJob(SearchStore store, Sources sources, int threads) {
        this.store = store;
        this.registry = sources.registry();
        this.panels = sources.panels();
        this.scores = sources.scores();
        this.threads = threads;
    }

    /** Where runs get their code and data from. */
    record Sources(PluginRegistry registry, PanelSource panels, ScoreCache scores) {}

    @Override
    public String kind() {
        return "search";
    }

    @Override
    public Map<String, Object> run(JobContext context) throws JobCancelled {
        NewSearch search = QuantJson.read(context.requestJson(), NewSearch.class);
        TrialPlan plan = new TrialPlan(search);
        RequestResolver resolver = new RequestResolver(new PinnedRegistry(registry, search.plugins()));
        Resolved base = resolved(resolver, search.request().backtest());
        List<Resolved> chosen = new ArrayList<>();
        for (int number = 1; number <= search.chosen().size(); number++) {
            chosen.add(resolved(resolver, plan.request(plan.values(number), WHOLE)));
        }
        SharedRuns runs = SharedRuns.load(base, chosen, panels, search.snapshot());
        Scores shared = new SharedScores(
                scores.before(
                        runs.scores(context::cancelled),
                        runs.market(),
                        base.request().adjust()),
                Runtime.getRuntime().maxMemory() / 4);
        Bench bench = (values, spot, end) -> runs.run(resolved(resolver, plan.request(values, spot)), shared, end);
        Result result = new SearchRun(search, store, context, bench, new TrialRuns(threads)).result();
        store.saveResult(context.id(), result);
        return result.best() == null ? Map.of() : Map.of("best", result.best());
    }

    private static Resolved resolved(RequestResolver resolver, BacktestRequest request) {
        Problems problems = new Problems();
        Optional<Resolved> resolved = resolver.resolve(request, Optional.empty(), problems);
        problems.throwIfAny();
        return resolved.orElseThrow();
    }
}
