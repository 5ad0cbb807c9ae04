package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactorRoutesTest {

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
    void showsFactorsWithWhatTheyRead() throws Exception {
        JsonNode list = json(server.get("factors"));
        assertThat(list.at("/factors/0/id").asText()).isEqualTo("momentum");
        assertThat(list.path("total").asInt()).isEqualTo(1);
        JsonNode factor = json(server.get("factors/momentum"));
        assertThat(factor.at("/parameters/0/default").asInt()).isEqualTo(252);
        assertThat(factor.at("/needs/fields/0").asText()).isEqualTo("close");
        assertThat(factor.at("/needs/history").asInt()).isEqualTo(253);
        assertThat(server.get("factors/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void computesStoresAndForgetsScores() throws Exception {
        HttpResponse<String> accepted = server.post("factors/momentum/scores", "{\"parameters\":{\"lookback\":126}}");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Location").orElseThrow())
                .endsWith("/api/v1/factors/momentum/score-sets/fs_1");
        assertThat(json(accepted).at("/request/parameters/lookback").asInt()).isEqualTo(126);
        JsonNode day = json(server.get("factors/momentum/scores?date=2020-06-30&market=US"));
        assertThat(day.path("date").asText()).isEqualTo("2020-01-02");
        assertThat(day.path("tickers").toString()).isEqualTo("[\"A\",\"B\"]");
        assertThat(day.path("percentiles").toString()).isEqualTo("[0.5,1.0]");
        assertThat(json(server.get("factors/momentum/score-sets"))
                        .at("/score_sets/0/stored/days")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.send(server.api("factors/momentum/score-sets/fs_1").DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(server.get("factors/momentum/score-sets/fs_1").statusCode()).isEqualTo(404);
    }

    @Test
    void analysesAndShowsTheParts() throws Exception {
        HttpResponse<String> accepted = server.post(
                "factors/analyze",
                "{\"factors\":[{\"factor\":\"momentum\",\"parameters\":{\"lookback\":252}}],\"universe\":{\"market\":\"US\"},"
                        + "\"start_date\":\"2013-02-08\",\"end_date\":\"2018-02-07\",\"horizons\":[1,5,21],\"quantiles\":5,"
                        + "\"outlier_zscore\":null,\"adjust\":\"none\"}");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/factors/analyses/fa_1");
        JsonNode analysis = json(server.get("factors/analyses/fa_1"));
        assertThat(analysis.at("/ic/1/mean").asDouble()).isEqualTo(0.0141);
        assertThat(analysis.at("/ic/1/icir").asDouble()).isEqualTo(0.0658);
        assertThat(analysis.at("/quantile_returns/1/1/mean").asDouble()).isEqualTo(0.0007);
        assertThat(analysis.at("/rank_autocorrelation/1").asDouble()).isEqualTo(0.9942);
        assertThat(json(server.get("factors/analyses"))
                        .at("/analyses/0/analysis_id")
                        .asText())
                .isEqualTo("fa_1");
        assertThat(json(server.get("factors/analyses/fa_1/ic")).at("/ic/1").toString())
                .isEqualTo("[0.5,null]");
        for (String part : List.of("quantiles", "turnover", "returns", "sectors", "decay")) {
            assertThat(json(server.get("factors/analyses/fa_1/" + part + "?subject=momentum"))
                            .path("subject")
                            .asText())
                    .isEqualTo("momentum");
        }
        assertThat(json(server.get("factors/analyses/fa_1/correlation"))
                        .path("matrix")
                        .toString())
                .isEqualTo("[[1.0]]");
        assertThat(server.get("factors/analyses/fa_1/decay?subject=other").statusCode())
                .isEqualTo(404);
        assertThat(server.post("factors/analyze", "{}").statusCode()).isEqualTo(400);
        assertThat(server.send(server.api("factors/analyses/fa_1").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(server.get("factors/analyses/fa_1").statusCode()).isEqualTo(404);
    }

    @Test
    void storesExpressions() throws Exception {
        HttpResponse<String> created =
                server.post("factors/expressions", "{\"name\":\"mine\",\"expression\":\"Mean($close, 20)\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/factors/expressions/mine");
        assertThat(json(server.get("factors/expressions"))
                        .at("/expressions/0/id")
                        .asText())
                .isEqualTo("mine");
        assertThat(json(server.get("factors/expressions/mine"))
                        .path("expression")
                        .asText())
                .isEqualTo("Mean($close, 20)");
        assertThat(json(server.get("factors/operators"))
                        .at("/operators/0/usage")
                        .asText())
                .isEqualTo("Add(x, y)");
        assertThat(server.send(server.api("factors/expressions/mine").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(server.get("factors/expressions/mine").statusCode()).isEqualTo(404);
        HttpResponse<String> wrong =
                server.post("factors/expressions", "{\"name\":\"mine\",\"expression\":\"Men($close, 20)\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).at("/errors/0/field").asText()).isEqualTo("expression");
    }

    @Test
    void namesWhatIsWrong() throws Exception {
        assertField("factors/momentum/scores?date=soon", "date");
        assertField("factors/momentum/scores?market=MARS", "market");
        assertField("factors/momentum/scores?date=2019-01-01", "date");
        HttpResponse<String> unknown = server.post("factors/momentum/scores", "{\"keeps\":true}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).at("/errors/0/field").asText()).isEqualTo("keeps");
    }

    private void assertField(String route, String field) throws Exception {
        HttpResponse<String> answer = server.get(route);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
    }
}
