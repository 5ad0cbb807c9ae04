package org.quantplatform.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.DayScores;
import org.quantplatform.api.factors.ExpressionDefinition;
import org.quantplatform.api.factors.Expressions;
import org.quantplatform.api.factors.FactorInfo;
import org.quantplatform.api.factors.Factors;
import org.quantplatform.api.factors.ScoreQuery;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.api.factors.ScoreSet;
import org.quantplatform.client.ScriptedServer.Reply;
import org.quantplatform.model.Market;

class RemoteFactorsTest {

    private static final String FACTOR =
            "{\"id\":\"momentum\",\"title\":\"M\",\"tags\":[],\"version\":\"1\",\"parameters\":[],\"needs\":null}";
    private static final String SET =
            "{\"scores_id\":\"fs_1\",\"factor\":\"momentum\",\"status\":\"queued\",\"progress\":0,\"job_id\":\"fs_2\","
                    + "\"request\":{\"parameters\":{\"lookback\":126}},\"stored\":null,\"error\":null,\"links\":{},"
                    + "\"created_at\":\"2026-01-02T03:04:05Z\"}";
    private static final String DAY = "{\"scores_id\":\"fs_1\",\"factor\":\"momentum\",\"market\":\"US\","
            + "\"date\":\"2020-01-02\",\"tickers\":[\"A\",\"B\"],\"scores\":[0.25,null],\"percentiles\":[0.5,1]}";

    @Test
    void readsFactorsAndScores() throws IOException {
        String list = "{\"factors\":[" + FACTOR + "],\"page\":1,\"limit\":50,\"total\":1,\"has_more\":false}";
        try (ScriptedServer server = new ScriptedServer(
                Reply.json(200, list), Reply.json(200, FACTOR), Reply.json(202, SET), Reply.json(200, DAY))) {
            Factors factors = server.platform().session().factors();
            assertThat(factors.list(PageRequest.FIRST).items())
                    .extracting(FactorInfo::id)
                    .containsExactly("momentum");
            assertThat(factors.get("momentum").needs()).isNull();
            ScoreRequest request = new ScoreRequest(Map.of("lookback", 126), null, null, null, null, null);
            ScoreSet set = factors.compute("momentum", request, Optional.of("k"));
            assertThat(set.jobId()).isEqualTo("fs_2");
            DayScores day = factors.scores("momentum", new ScoreQuery("fs_1", Market.US, LocalDate.of(2020, 6, 30)));
            assertThat(day.scores()).containsExactly(0.25, Double.NaN);
            assertThat(server.lines())
                    .containsExactly(
                            "GET /api/v1/factors?page=1&limit=50",
                            "GET /api/v1/factors/momentum",
                            "POST /api/v1/factors/momentum/scores",
                            "GET /api/v1/factors/momentum/scores?date=2020-06-30&market=us&scores_id=fs_1");
        }
    }

    @Test
    void storesExpressions() throws IOException {
        String stored = "{\"id\":\"mine\",\"expression\":\"$close\",\"description\":\"\",\"fields\":[\"close\"],"
                + "\"history\":1,\"cross_section\":false,\"created_at\":\"2026-01-02T03:04:05Z\"}";
        String end = "],\"page\":1,\"limit\":50,\"total\":1,\"has_more\":false}";
        String operator =
                "{\"id\":\"Add\",\"usage\":\"Add(x, y)\",\"scope\":\"cell\",\"infix\":\"+\",\"help\":\"Sum.\"}";
        try (ScriptedServer server = new ScriptedServer(
                Reply.json(201, stored),
                Reply.json(200, stored),
                Reply.json(200, "{\"expressions\":[" + stored + end),
                Reply.json(200, "{\"operators\":[" + operator + end),
                Reply.json(204, ""))) {
            Expressions expressions = server.platform().session().expressions();
            assertThat(expressions
                            .create(new ExpressionDefinition("mine", "$close", null))
                            .history())
                    .isOne();
            assertThat(expressions.get("mine").fields()).containsExactly("close");
            assertThat(expressions.list(PageRequest.FIRST).items()).hasSize(1);
            assertThat(expressions.operators(PageRequest.FIRST).items()).hasSize(1);
            expressions.delete("mine");
            assertThat(server.lines())
                    .containsExactly(
                            "POST /api/v1/factors/expressions",
                            "GET /api/v1/factors/expressions/mine",
                            "GET /api/v1/factors/expressions?page=1&limit=50",
                            "GET /api/v1/factors/operators?page=1&limit=50",
                            "DELETE /api/v1/factors/expressions/mine");
        }
    }
}
