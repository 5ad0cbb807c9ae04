package org.quantplatform.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.searches.CostSensitivity;
import org.quantplatform.api.searches.HeatMap;
import org.quantplatform.api.searches.HeatMapQuery;
import org.quantplatform.api.searches.Objective;
import org.quantplatform.api.searches.OutOfSample;
import org.quantplatform.api.searches.Robustness;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.SearchKind;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Searches;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.Trial.Part;
import org.quantplatform.api.searches.TrialQuery;
import org.quantplatform.api.searches.WalkForward;
import org.quantplatform.model.QuantException;

/** Searches that have found the same two trials as soon as they are asked for. */
final class MemorySearches implements Searches {

    static final Trial GOOD = trial(2, 0.75);
    static final Trial POOR = trial(1, 0.25);
    private static final LocalDate DAY = LocalDate.of(2020, 1, 2);

    final Map<String, SearchRequest> requests = new LinkedHashMap<>();

    @Nullable
    TrialQuery asked;

    @Nullable
    HeatMapQuery map;

    private static Trial trial(int number, double objective) {
        BacktestSummary summary =
                new BacktestSummary(0.5, 0.1, 0.2, objective, 1, 1, -0.2, 0.5, 4, 2, 1.5e6, 1, 2, 3, 6, 0.7);
        return new Trial(number, 0, Part.WHOLE, Map.of("parameters.top", number), objective, summary, null);
    }

    @Override
    public Search submit(SearchRequest request, Optional<String> idempotencyKey) {
        if (request.space().isEmpty() && request.kind() != SearchKind.COST_SENSITIVITY) {
            throw QuantException.invalid("space", "must name at least one path");
        }
        String id = "se_" + (requests.size() + 1);
        requests.put(id, request);
        return get(id);
    }

    @Override
    public Page<Search> list(PageRequest page) {
        return Page.cut(requests.keySet().stream().map(this::get).toList(), page);
    }

    @Override
    public Search get(String id) {
        SearchRequest request =
                Optional.ofNullable(requests.get(id)).orElseThrow(() -> QuantException.notFound("search", id));
        SearchKind kind = request.kind() == null ? SearchKind.GRID : request.kind();
        return new Search(
                id,
                JobStatus.COMPLETED,
                100,
                "tops",
                kind,
                Objective.SHARPE_RATIO,
                request,
                List.of(),
                "7",
                new Search.Trials(2, 2, 0, 2),
                GOOD,
                0.8125,
                0.375,
                new Robustness(0.75, 2, 9, 1.5, 0.4, 0.95, 0.8125, 0.9, 300, 0.375, 16, -0.1, 0.25),
                kind == SearchKind.WALK_FORWARD ? walk() : null,
                kind == SearchKind.COST_SENSITIVITY ? costs() : null,
                List.of("3 combinations are left out"),
                null,
                Map.of("self", "/api/v1/searches/" + id),
                Instant.EPOCH,
                null,
                Instant.EPOCH);
    }

    private static WalkForward walk() {
        return new WalkForward(
                List.of(new WalkForward.Window(
                        1, DAY, DAY, DAY, DAY, 2, Map.of("parameters.top", 2), 0.75, 0.5, 0.1, 0.05, 0.5)),
                new WalkForward.Figures(0.05, 0.05, 0.1, 0.5, -0.1),
                0.5,
                1,
                List.of(new WalkForward.Criterion("efficiency", 0.5, 0.5, true)),
                true);
    }

    private static CostSensitivity costs() {
        return new CostSensitivity(
                new double[] {0, 1}, new double[] {1, 0.5}, new double[] {0.2, -0.2}, new double[] {0, 70}, 0.5);
    }

    @Override
    public Page<Trial> trials(String id, TrialQuery query, PageRequest page) {
        get(id);
        asked = query;
        return Page.cut(query.best() ? List.of(GOOD, POOR) : List.of(POOR, GOOD), page);
    }

    @Override
    public BacktestRequest trialRequest(String id, int number) {
        if (number > 2) {
            throw QuantException.notFound("trial", Integer.toString(number));
        }
        return BacktestRequest.ofStrategy("momentum", DAY, DAY, 1000 * number);
    }

    @Override
    public HeatMap heatMap(String id, HeatMapQuery query) {
        map = query;
        return new HeatMap(
                "parameters.fast",
                List.of(5, 10),
                "parameters.slow",
                List.of(30, 60),
                Objective.SHARPE_RATIO,
                List.of(new double[] {0.5, 0.25}, new double[] {Double.NaN, 1}));
    }

    @Override
    public OutOfSample outOfSample(String id) {
        return new OutOfSample(List.of(DAY), new double[] {1000});
    }

    @Override
    public Search cancel(String id) {
        return get(id);
    }

    @Override
    public void delete(String id) {
        get(id);
        requests.remove(id);
    }
}
