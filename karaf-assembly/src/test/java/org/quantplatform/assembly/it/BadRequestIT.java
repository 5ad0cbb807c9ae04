package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong requests are refused with the field's name, and leave nothing behind. */
class BadRequestIT {

    private static final String GOOD =
            """
            {"strategy": {"factors": [{"factor": "momentum", "weight": 1}]},
             "universe": {"market": "US"}, "start_date": "2020-01-02", "end_date": "2020-12-30"}""";

    private static QuantServer server;

    @BeforeAll
    static void start() throws Exception {
        server = SharedServer.get();
        Documents.importDemo(server);
    }

    private static String with(String field) {
        return GOOD.replaceFirst("\\{", "{" + Matcher.quoteReplacement(field) + ", ");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("{}", 400, "strategy_id"),
                Arguments.of("", 400, ""),
                Arguments.of("{", 400, ""),
                Arguments.of("[]", 400, ""),
                Arguments.of("null", 400, ""),
                Arguments.of(with("\"unknown\": 1"), 400, "unknown"),
                Arguments.of(with("\"initial_capital\": -5"), 400, "initial_capital"),
                Arguments.of(with("\"initial_capital\": \"much\""), 400, "initial_capital"),
                Arguments.of(with("\"initial_capital\": 1e400"), 400, "initial_capital"),
                Arguments.of(with("\"currency\": \"EUR\""), 422, "currency"),
                Arguments.of(with("\"currency\": 5"), 400, "currency"),
                Arguments.of(with("\"strategy_id\": \"nobody\""), 400, "strategy_id"),
                Arguments.of(with("\"execution\": {\"price\": \"now\"}"), 400, "execution.price"),
                Arguments.of(with("\"costs\": {\"commission_bps\": -1}"), 400, "costs.commission_bps"),
                Arguments.of(
                        with("\"benchmark\": {\"market\": \"US\", \"ticker\": \"NONE\"}"), 422, "benchmark.ticker"),
                Arguments.of(with("\"adjust\": \"some\""), 400, "adjust"),
                Arguments.of(GOOD.replace("momentum", "astrology"), 400, "strategy.factors[0].factor"),
                Arguments.of(
                        GOOD.replace("\"weight\": 1", "\"weight\": 1, \"parameters\": {\"lookback\": 1}"),
                        400,
                        "strategy.factors[0].parameters.lookback"),
                Arguments.of(
                        GOOD.replace("\"weight\": 1", "\"weight\": 1, \"parameters\": {\"look\": 9}"),
                        400,
                        "strategy.factors[0].parameters.look"),
                Arguments.of(GOOD.replace("2020-12-30", "2019-12-30"), 400, "end_date"),
                Arguments.of(GOOD.replace("2020-01-02", "2020-13-02"), 400, "start_date"),
                Arguments.of(GOOD.replace("2020-", "2090-"), 422, "start_date"),
                Arguments.of(GOOD.replace("\"US\"", "\"MARS\""), 400, "universe.market"),
                Arguments.of(GOOD.replace("\"US\"", "\"VN\""), 422, "universe.market"),
                Arguments.of(GOOD.replace("\"market\": \"US\"", "\"tickers\": [\"NONE\"]"), 422, "universe.tickers"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesTheFieldAndStoresNothing(String body, int status, String field) throws Exception {
        int before = Documents.get(server, "/api/v1/backtest").get("total").asInt();
        HttpResponse<String> answer = server.post("/api/v1/backtest", body.isEmpty() ? " " : body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = Documents.parse(answer.body());
        assertThat(problem.get("code").asText()).isNotEmpty();
        assertThat(problem.get("request_id").asText()).isNotEmpty();
        if (!field.isEmpty()) {
            assertThat(problem.get("errors").findValuesAsText("field")).contains(field);
        }
        assertThat(answer.body()).doesNotContain("Exception", "org.quantplatform");
        assertThat(Documents.get(server, "/api/v1/backtest").get("total").asInt())
                .isEqualTo(before);
    }

    @Test
    void refusesABodyOfTenMegabytes() throws Exception {
        HttpResponse<String> answer = server.post("/api/v1/backtest", "\"" + "x".repeat(10_000_000) + "\"");
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesBadPages() throws Exception {
        for (String query : new String[] {"page=0", "page=x", "limit=0", "limit=1000000", "colour=red"}) {
            assertThat(server.get("/api/v1/backtest?" + query).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void answersUnknownThingsWithNotFound() throws Exception {
        for (String path : new String[] {
            "backtest/bt_1",
            "strategies/none",
            "plugins/factor/none",
            "jobs/none",
            "data/imports/none",
            "nothing",
            "data/ohlcv/NONE?market=US"
        }) {
            HttpResponse<String> answer = server.get("/api/v1/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }
}
