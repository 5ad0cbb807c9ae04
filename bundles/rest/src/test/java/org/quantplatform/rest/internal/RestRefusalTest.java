package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

class RestRefusalTest {

    private static final Map<ErrorCode, Integer> STATUS = Map.ofEntries(
            Map.entry(ErrorCode.INVALID_REQUEST, 400),
            Map.entry(ErrorCode.UNAUTHENTICATED, 401),
            Map.entry(ErrorCode.FORBIDDEN, 403),
            Map.entry(ErrorCode.NOT_FOUND, 404),
            Map.entry(ErrorCode.CONFLICT, 409),
            Map.entry(ErrorCode.PRECONDITION_FAILED, 412),
            Map.entry(ErrorCode.TOO_LARGE, 413),
            Map.entry(ErrorCode.QUOTA_EXCEEDED, 429),
            Map.entry(ErrorCode.UNPROCESSABLE, 422),
            Map.entry(ErrorCode.NO_DATA, 422),
            Map.entry(ErrorCode.PLUGIN_FAILED, 422),
            Map.entry(ErrorCode.UNAVAILABLE, 503),
            Map.entry(ErrorCode.INTERNAL, 500));

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void mapsEveryCode(ErrorCode code) throws Exception {
        server.platform.failure = QuantException.of(code, "said so");
        HttpResponse<String> answer = server.get("strategies");
        JsonNode problem = problem(answer, STATUS.get(code), code.code());
        if (code == ErrorCode.INTERNAL) {
            assertThat(problem.path("detail").asText()).doesNotContain("said so");
        } else {
            assertThat(problem.path("detail").asText()).isEqualTo("said so");
        }
        boolean later = code == ErrorCode.QUOTA_EXCEEDED || code == ErrorCode.UNAVAILABLE;
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(later);
    }

    @Test
    void hidesUnexpectedExceptions() throws Exception {
        server.platform.failure = new IllegalStateException("secret detail");
        HttpResponse<String> answer = server.send(server.api("strategies").header("X-Request-Id", "req-1"));
        JsonNode problem = problem(answer, 500, "internal");
        assertThat(answer.body()).doesNotContain("secret");
        assertThat(problem.path("request_id").asText()).isEqualTo("req-1");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("req-1");
    }

    @Test
    void replacesUnfitRequestIds() throws Exception {
        HttpResponse<String> answer = server.send(server.api("nothing").header("X-Request-Id", "a b<script>"));
        assertThat(json(answer).path("request_id").asText()).matches("[0-9a-f-]{36}");
    }

    @Test
    void refusesWrongTokens() throws Exception {
        HttpResponse<String> answer =
                server.send(server.api("strategies?page=x").header("Authorization", "Bearer wrong"));
        problem(answer, 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, nothing, 404, not_found",
        "GET, strategies/a/b, 404, not_found",
        "GET, '', 404, not_found",
        "PATCH, strategies/a, 405, method_not_allowed",
        "DELETE, strategies, 405, method_not_allowed",
        "PUT, health, 405, method_not_allowed",
        "TRACE, health, 405, method_not_allowed",
    })
    void answersUnknownRoutesAndMethods(String method, String route, int status, String code) throws Exception {
        HttpResponse<String> answer =
                server.send(server.api(route).method(method, HttpRequest.BodyPublishers.noBody()));
        problem(answer, status, code);
        if (status == 405) {
            assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, strategies/a, 200, 'DELETE, GET, HEAD, OPTIONS, PUT'",
        "PATCH, strategies/a, 405, 'DELETE, GET, HEAD, OPTIONS, PUT'",
        "PUT, strategies, 405, 'GET, HEAD, OPTIONS, POST'",
        "DELETE, backtest/a/equity, 405, 'GET, HEAD, OPTIONS'",
        "OPTIONS, jobs/a/cancel, 200, 'OPTIONS, POST'",
        "GET, factors/analyze, 404, ''",
        "OPTIONS, factors/analyze, 200, 'OPTIONS, POST'",
    })
    void namesTheMethodsOfTheAddress(String method, String route, int status, String allowed) throws Exception {
        HttpResponse<String> answer =
                server.send(server.api(route).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Allow").orElse("")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v2/strategies, 404, not_found",
        "GET, /nothing, 404, not_found",
        "BREW, /nothing/more, 404, not_found",
        "PUT, /, 405, method_not_allowed",
        "DELETE, /api-docs/, 405, method_not_allowed",
        "BREW, /.well-known/jwks.json, 405, method_not_allowed",
        "PATCH, /ws/backtest, 405, method_not_allowed",
    })
    void answersBesideTheApiToo(String method, String path, int status, String code) throws Exception {
        problem(server.send(server.to(path).method(method, HttpRequest.BodyPublishers.noBody())), status, code);
    }

    @Test
    void refusesWrongTypes() throws Exception {
        problem(server.send(server.api("strategies").header("Accept", "text/html")), 406, "not_acceptable");
        HttpResponse<String> xml = server.send(server.api("backtest")
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<a/>")));
        problem(xml, 415, "unsupported_media_type");
        HttpResponse<String> none = server.send(server.api("backtest").POST(HttpRequest.BodyPublishers.ofString("{}")));
        problem(none, 415, "unsupported_media_type");
        HttpResponse<String> packed = server.send(server.api("backtest")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        problem(packed, 415, "unsupported_media_type");
    }

    @Test
    void refusesLargeBodies() throws Exception {
        String large = "{\"name\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}";
        problem(server.post("strategies", large), 413, "too_large");
        HttpResponse<String> chunked = server.send(server.api("strategies")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));
        problem(chunked, 413, "too_large");
        assertThat(server.platform.strategies).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | ",
                "{ | ",
                "[] | ",
                "null | ",
                "\"x\" | ",
                "{} | strategy_id",
                "{\"strategy_id\": 5, \"start_date\": \"2018-01-01\"} | strategy_id",
                "{\"strategy_id\": \"m\"} | start_date",
                "{\"strategy_id\": \"m\", \"start_date\": \"2018-13-01\"} | start_date",
                "{\"strategy_id\": \"m\", \"start_date\": 20180101} | start_date",
                "{\"strategy_id\": \"m\", \"start_date\": \"2018-01-01\", \"end_date\": \"2017-01-01\"} | end_date",
                "{\"strategy_id\": \"m\", \"start_date\": \"2018-01-01\", \"end_date\": \"2019-01-01\"} | initial_capital",
                "{\"strategy_id\": \"m\", \"start_date\": \"2018-01-01\", \"end_date\": \"2019-01-01\", \"initial_capital\": -1} | initial_capital",
                "{\"strategy_id\": \"m\", \"start_date\": \"2018-01-01\", \"end_date\": \"2019-01-01\", \"initial_capital\": \"much\"} | initial_capital",
                "{\"strategy_id\": \"m\", \"initial_capital\": NaN} | ",
                "{\"strategy_id\": \"m\", \"typo\": 1} | typo",
                "{\"strategy_id\": \"m\", \"strategy_id\": \"n\"} | ",
                "{\"strategy\": {\"factors\": [{\"factor\": \"m\", \"weight\": \"x\"}]}} | strategy.factors[0].weight",
                "{\"strategy\": {\"factors\": {}}} | strategy.factors",
                "{\"strategy\": {\"rebalance_frequency\": \"hourly\"}} | strategy.rebalance_frequency",
                "{\"universe\": {\"market\": \"XX\"}} | universe.market",
                "{\"universe\": {\"tickers\": [1]}} | universe.tickers[0]",
                "{\"execution\": {\"price\": \"best\"}} | execution.price",
                "{\"execution\": {\"price\": 1}} | execution.price",
                "{\"costs\": {\"commission_bps\": true}} | costs.commission_bps",
                "{\"costs\": {\"taxes\": \"no\"}} | costs.taxes",
                "{\"benchmark\": {\"ticker\": \"A\"}} | benchmark",
                "{\"adjust\": \"some\"} | adjust",
                "{\"strategy_id\": \"m\"} trailing | ",
            })
    void namesTheWrongFieldOfABacktest(String body, String field) throws Exception {
        HttpResponse<String> answer = server.post("backtest", body);
        JsonNode problem = problem(answer, 400, "invalid_request");
        if (field != null) {
            assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
        }
        assertThat(server.platform.runs).isEmpty();
    }

    @Test
    void refusesForeignHosts() throws Exception {
        assertThat(raw("GET /api/v1/health HTTP/1.1\r\nHost: evil.example.org\r\n"))
                .contains(" 421 ");
        assertThat(raw("GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1.evil.org\r\n"))
                .contains(" 421 ");
        assertThat(raw("GET /api/v1/health HTTP/1.1\r\nHost: desk.example.org:8000\r\n"))
                .contains(" 200 ");
        assertThat(raw("GET /api/v1/health HTTP/1.1\r\nHost: localhost:1\r\n")).contains(" 200 ");
        assertThat(raw("GET /api/v1/health HTTP/1.1\r\nHost: [::1]:8000\r\n")).contains(" 200 ");
    }

    @Test
    void refusesForeignOrigins() throws Exception {
        assertThat(postFrom("https://evil.example.org").statusCode()).isEqualTo(403);
        assertThat(postFrom("null").statusCode()).isEqualTo(403);
        assertThat(postFrom("http://127.0.0.1:" + server.port()).statusCode()).isEqualTo(201);
        HttpResponse<String> allowed = postFrom("https://app.example.org");
        assertThat(allowed.statusCode()).isEqualTo(409);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains("https://app.example.org");
    }

    @Test
    void refusesWhatAFormCanSend() throws Exception {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
            HttpResponse<String> answer = server.send(server.api("backtest")
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));
            problem(answer, 403, "forbidden");
        }
    }

    @Test
    void answersPreflightOfConfiguredOriginsOnly() throws Exception {
        HttpResponse<String> allowed = preflight("https://app.example.org");
        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Methods")).isPresent();
        assertThat(preflight("https://evil.example.org").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void refusalsAreNotKept() throws Exception {
        HttpResponse<String> answer = server.get("nothing");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Server")).isNotEqualTo("x");
    }

    private HttpResponse<String> preflight(String origin) throws Exception {
        return server.send(server.api("strategies")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> postFrom(String origin) throws Exception {
        return server.send(server.api("strategies")
                .header("Content-Type", "application/json")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"a\"}")));
    }

    private String raw(String head) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return String.valueOf(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine());
        }
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String code) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.fieldNames())
                .toIterable()
                .containsExactly("type", "title", "status", "detail", "code", "errors", "request_id");
        return problem;
    }
}
