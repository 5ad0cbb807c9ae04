package org.quantplatform.client.internal;

import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.searches.HeatMap;
import org.quantplatform.api.searches.HeatMapQuery;
import org.quantplatform.api.searches.OutOfSample;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Searches;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.TrialQuery;

/** {@code /searches}. */
public final class RemoteSearches implements Searches {

    private final Http http;

    public RemoteSearches(Http http) {
        this.http = http;
    }

    @Override
    public Search submit(SearchRequest request, Optional<String> idempotencyKey) {
        Answer accepted = http.send(Call.create("/searches", request, idempotencyKey.orElseGet(Call::newKey)));
        return get(accepted.text("search_id"));
    }

    @Override
    public Page<Search> list(PageRequest page) {
        return http.send(Call.get(Query.of("/searches").page(page).toString())).page("searches", Search.class);
    }

    @Override
    public Search get(String id) {
        return http.send(Call.get(path(id))).as(Search.class);
    }

    @Override
    public Page<Trial> trials(String id, TrialQuery query, PageRequest page) {
        String path = Query.of(path(id) + "/trials")
                .page(page)
                .with("window", query.window())
                .with("part", query.part())
                .with("order", query.best() ? "best" : "number")
                .toString();
        return http.send(Call.get(path)).page("trials", Trial.class);
    }

    @Override
    public BacktestRequest trialRequest(String id, int number) {
        return http.send(Call.get(path(id) + "/trials/" + number + "/request")).as(BacktestRequest.class);
    }

    @Override
    public HeatMap heatMap(String id, HeatMapQuery query) {
        String path = Query.of(path(id) + "/heatmap")
                .with("x", query.x())
                .with("y", query.y())
                .with("metric", query.metric())
                .with("reduce", query.reduce())
                .toString();
        return http.send(Call.get(path)).as(HeatMap.class);
    }

    @Override
    public OutOfSample outOfSample(String id) {
        return http.send(Call.get(path(id) + "/equity")).as(OutOfSample.class);
    }

    @Override
    public Search cancel(String id) {
        http.send(Call.action(path(id) + "/cancel"));
        return get(id);
    }

    @Override
    public void delete(String id) {
        http.send(Call.delete(path(id)));
    }

    private static String path(String id) {
        return "/searches/" + Query.segment(id);
    }
}
