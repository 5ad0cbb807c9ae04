package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.searches.Dimension;
import org.quantplatform.api.searches.HeatMapQuery;
import org.quantplatform.api.searches.HeatMapQuery.Reduce;
import org.quantplatform.api.searches.Objective;
import org.quantplatform.api.searches.Trial.Part;
import org.quantplatform.api.searches.TrialQuery;

class SearchRoutesTest {

    private static final String GRID = "{\"backtest\":{\"strategy_id\":\"momentum\"},\"space\":{\"parameters.top\":"
            + "[20,50,94]},\"objective\":\"sharpe_ratio\",\"kind\":\"grid\"}";

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesASearchAndAnswersWithWhatItFound() throws Exception {
        HttpResponse<String> accepted = server.post("searches", GRID);
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/searches/se_1");
        assertThat(server.platform.searches.requests.get("se_1").space())
                .containsEntry("parameters.top", Dimension.of(20, 50, 94));
        JsonNode search = json(server.get("searches/se_1"));
        assertThat(search.at("/best/values/parameters.top").asInt()).isEqualTo(2);
        assertThat(search.at("/trials/planned").asInt()).isEqualTo(2);
        assertThat(search.path("deflated_sharpe_ratio").asDouble()).isEqualTo(0.8125);
        assertThat(search.path("overfit_probability").asDouble()).isEqualTo(0.375);
        assertThat(search.at("/robustness/counted_trials").asInt()).isEqualTo(9);
        assertThat(search.at("/request/space/parameters.top").toString()).isEqualTo("[20,50,94]");
        assertThat(json(server.get("searches")).at("/searches/0/search_id").asText())
                .isEqualTo("se_1");
        assertThat(json(server.post("searches/se_1/cancel", "")).path("status").asText())
                .isEqualTo("completed");
        assertThat(server.send(server.api("searches/se_1").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(server.get("searches/se_1").statusCode()).isEqualTo(404);
    }

    @Test
    void listsTrialsAndLaysThemOut() throws Exception {
        server.post("searches", GRID);
        JsonNode trials = json(server.get("searches/se_1/trials?limit=1"));
        assertThat(trials.at("/trials/0/number").asInt()).isEqualTo(2);
        assertThat(trials.path("has_more").asBoolean()).isTrue();
        assertThat(server.platform.searches.asked).isEqualTo(TrialQuery.BEST);
        server.get("searches/se_1/trials?window=3&part=train&order=number");
        assertThat(server.platform.searches.asked).isEqualTo(new TrialQuery(3, Part.TRAIN, false));
        JsonNode request = json(server.get("searches/se_1/trials/2/request"));
        assertThat(request.path("initial_capital").asInt()).isEqualTo(2000);
        assertThat(server.get("searches/se_1/trials/3/request").statusCode()).isEqualTo(404);
        JsonNode map = json(server.get("searches/se_1/heatmap?x=a&y=b&metric=turnover&reduce=mean"));
        assertThat(map.path("cells").toString()).isEqualTo("[[0.5,0.25],[null,1.0]]");
        assertThat(server.platform.searches.map).isEqualTo(new HeatMapQuery("a", "b", Objective.TURNOVER, Reduce.MEAN));
        assertThat(json(server.get("searches/se_1/equity")).path("dates").toString())
                .isEqualTo("[\"2020-01-02\"]");
    }

    @Test
    void namesWhatIsWrong() throws Exception {
        server.post("searches", GRID);
        assertField(server.get("searches/se_1/trials?order=worst"), "order");
        assertField(server.get("searches/se_1/trials?window=many"), "window");
        assertField(server.get("searches/se_1/trials/none/request"), "number");
        assertField(server.get("searches/se_1/heatmap?metric=luck"), "metric");
        assertField(server.post("searches", "{\"backtest\":{}}"), "space");
        assertField(server.post("searches", "{\"space\":{\"parameters.top\":5}}"), "space.parameters.top");
        assertField(server.post("searches", "{\"objective\":\"fame\"}"), "objective");
        assertField(server.post("searches", "{\"constraints\":[null]}"), "");
    }

    private static void assertField(HttpResponse<String> answer, String field) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
    }
}
