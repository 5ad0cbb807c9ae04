package org.quantplatform.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.searches.Dimension;
import org.quantplatform.api.searches.HeatMap;
import org.quantplatform.api.searches.HeatMapQuery;
import org.quantplatform.api.searches.Objective;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.SearchKind;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Searches;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.searches.Trial.Part;
import org.quantplatform.api.searches.TrialQuery;
import org.quantplatform.client.ScriptedServer.Reply;

class RemoteSearchesTest {

    private static final String TRIAL =
            "{\"number\":3,\"window\":2,\"part\":\"train\",\"values\":{\"parameters.top\":5},"
                    + "\"objective\":null,\"summary\":null,\"error\":\"no luck\"}";
    private static final String SEARCH =
            "{\"search_id\":\"se_1\",\"status\":\"running\",\"progress\":40,\"name\":\"tops\","
                    + "\"kind\":\"grid\",\"objective\":\"sharpe_ratio\",\"request\":{\"space\":{\"parameters.top\":[5,10]}},"
                    + "\"plugins\":[],\"data_snapshot\":\"7\",\"trials\":{\"planned\":2,\"finished\":1,\"failed\":0,"
                    + "\"combinations\":2},\"best\":null,\"deflated_sharpe_ratio\":null,\"overfit_probability\":null,"
                    + "\"robustness\":null,\"walk_forward\":null,\"cost_sensitivity\":null,\"warnings\":[],\"error\":null,"
                    + "\"links\":{},\"created_at\":\"2026-01-02T03:04:05Z\",\"started_at\":null,\"finished_at\":null}";

    @Test
    void submitsAndReads() throws IOException {
        String trials = "{\"trials\":[" + TRIAL + "],\"page\":1,\"limit\":50,\"total\":1,\"has_more\":false}";
        String map = "{\"x\":\"a\",\"x_values\":[1],\"y\":\"b\",\"y_values\":[2],\"metric\":\"turnover\","
                + "\"cells\":[[null]]}";
        try (ScriptedServer server = new ScriptedServer(
                Reply.json(202, SEARCH),
                Reply.json(200, SEARCH),
                Reply.json(200, trials),
                Reply.json(200, map),
                Reply.json(200, "{\"initial_capital\":1000}"))) {
            Searches searches = server.platform().session().searches();
            SearchRequest request = new SearchRequest(
                    null,
                    null,
                    Map.of("parameters.top", Dimension.of(5, 10)),
                    List.of(),
                    null,
                    SearchKind.GRID,
                    null,
                    null,
                    null,
                    null);
            Search search = searches.submit(request, Optional.of("k"));
            assertThat(search.trials()).isEqualTo(new Search.Trials(2, 1, 0, 2));
            assertThat(search.deflatedSharpeRatio()).isNaN();
            assertThat(search.request().space()).containsEntry("parameters.top", Dimension.of(5, 10));
            TrialQuery query = new TrialQuery(2, Part.TRAIN, false);
            assertThat(searches.trials("se_1", query, PageRequest.FIRST).items())
                    .containsExactly(
                            new Trial(3, 2, Part.TRAIN, Map.of("parameters.top", 5), Double.NaN, null, "no luck"));
            HeatMap read = searches.heatMap("se_1", new HeatMapQuery("a", "b", Objective.TURNOVER, null));
            assertThat(read.cells().get(0)).containsExactly(Double.NaN);
            assertThat(searches.trialRequest("se_1", 3).initialCapital()).isEqualTo(1000);
            assertThat(server.lines())
                    .containsExactly(
                            "POST /api/v1/searches",
                            "GET /api/v1/searches/se_1",
                            "GET /api/v1/searches/se_1/trials?page=1&limit=50&window=2&part=train&order=number",
                            "GET /api/v1/searches/se_1/heatmap?x=a&y=b&metric=turnover",
                            "GET /api/v1/searches/se_1/trials/3/request");
        }
    }
}
