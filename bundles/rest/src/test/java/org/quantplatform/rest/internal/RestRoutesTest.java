package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestRoutesTest {

    private static final String STRATEGY =
            "{\"name\": \"Momentum Value\", \"factors\": [{\"factor\": \"momentum\", \"weight\": 1}]}";

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
    void tellsHealth() throws Exception {
        JsonNode health = json(server.get("health"));
        assertThat(health.path("status").asText()).isEqualTo("ok");
        assertThat(health.at("/database/kind").asText()).isEqualTo("embedded");
        assertThat(health.at("/plugins/active").asInt()).isEqualTo(5);
        assertThat(server.get("health/live").statusCode()).isEqualTo(200);
        assertThat(server.get("health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyHealthAnswersBeforeThePlatformIsThere() throws Exception {
        server.front.unbindSessions(server.platform);
        HttpResponse<String> list = server.get("strategies");
        assertThat(list.statusCode()).isEqualTo(503);
        assertThat(list.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(list).path("code").asText()).isEqualTo("unavailable");
        assertThat(server.get("health").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotReadyWithoutHealthService() throws Exception {
        try (TestServer bare = new TestServer(server.front.options())) {
            HttpResponse<String> ready = bare.get("health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.headers().firstValue("Retry-After")).contains("1");
            assertThat(json(ready).path("status").asText()).isEqualTo("starting");
            assertThat(bare.get("health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void countsForPrometheus() throws Exception {
        server.get("strategies");
        server.get("nothing");
        HttpResponse<String> metrics = server.get("metrics");
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(metrics.body())
                .contains(
                        "quant_ready 1\n", "quant_jobs{status=\"queued\"} 2\n", "quant_plugins{status=\"active\"} 5\n")
                .contains("quant_http_requests_total{status=\"4xx\"} 1\n", "jvm_memory_used_bytes{area=\"heap\"} ");
    }

    @Test
    void storesAndChangesStrategies() throws Exception {
        HttpResponse<String> created = server.post("strategies", STRATEGY);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Location").orElseThrow())
                .endsWith("/api/v1/strategies/momentum_value");
        assertThat(server.post("strategies", STRATEGY).statusCode()).isEqualTo(409);
        HttpResponse<String> read = server.get("strategies/momentum_value");
        assertThat(json(read).path("version").asInt()).isEqualTo(1);
        assertThat(read.headers().firstValue("Last-Modified")).contains("Fri, 2 Jan 2026 03:04:05 GMT");
        String tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"v1-");
        assertThat(put(tag).statusCode()).isEqualTo(200);
        assertThat(put(tag).statusCode()).isEqualTo(412);
        assertThat(put("\"other\"").statusCode()).isEqualTo(412);
        JsonNode list = json(server.get("strategies"));
        assertThat(list.at("/strategies/0/version").asInt()).isEqualTo(2);
        assertThat(server.send(server.api("strategies/momentum_value").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(server.get("strategies/momentum_value").statusCode()).isEqualTo(404);
    }

    @Test
    void createsOncePerIdempotencyKey() throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = server.send(server.api("strategies")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "k1")
                    .POST(HttpRequest.BodyPublishers.ofString(STRATEGY)));
            assertThat(answer.statusCode()).isEqualTo(201);
        }
        HttpResponse<String> tooLong = server.send(server.api("strategies")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k".repeat(129))
                .POST(HttpRequest.BodyPublishers.ofString(STRATEGY)));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(json(tooLong).at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
    }

    @Test
    void runsABacktestToItsResults() throws Exception {
        HttpResponse<String> accepted = server.post(
                "backtest",
                "{\"strategy_id\":\"m\",\"start_date\":\"2018-01-01\",\"end_date\":\"2019-01-01\",\"initial_capital\":1e6}");
        assertThat(accepted.statusCode()).isEqualTo(202);
        String id = json(accepted).path("backtest_id").asText();
        assertThat(accepted.headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/backtest/" + id);
        assertThat(json(accepted).path("status").asText()).isEqualTo("queued");
        assertThat(json(accepted).path("progress").asInt()).isZero();
        assertThat(json(accepted).at("/links/self").asText()).isEqualTo("/api/v1/backtest/" + id);
        assertThat(json(accepted).at("/links/events").asText()).isEqualTo("/ws/backtest?id=" + id);
        assertThat(server.get("backtest/" + id + "/equity").statusCode()).isEqualTo(409);
        assertThat(server.get("backtest/" + id + "/manifest").statusCode()).isEqualTo(409);

        server.platform.complete(id);
        JsonNode run = json(server.get("backtest/" + id));
        assertThat(run.at("/summary/total_return").asDouble()).isEqualTo(0.2845);
        assertThat(run.at("/summary/sortino_ratio").isNull()).isTrue();
        assertThat(run.path("full_results_url").asText()).isEqualTo("/api/v1/backtest/" + id + "/results");
        JsonNode equity = json(server.get("backtest/" + id + "/equity"));
        assertThat(equity.path("dates")).hasSize(500);
        assertThat(equity.path("equity")).hasSize(500);
        assertThat(json(server.get("backtest/" + id + "/trades?page=3&limit=1000"))
                        .path("trades"))
                .hasSize(345);
        assertThat(json(server.get("backtest/" + id + "/holdings?date=2018-05-02"))
                        .path("holdings"))
                .hasSize(94);
        assertThat(json(server.get("backtest/" + id + "/holdings?limit=10"))
                        .path("has_more")
                        .asBoolean())
                .isTrue();
        assertThat(json(server.get("backtest/" + id + "/metrics"))
                        .at("/metrics/omega")
                        .isNull())
                .isTrue();
        tellsStatistics("backtest/" + id);
        assertThat(json(server.get("backtest/" + id + "/manifest"))
                        .path("result_hash")
                        .asText())
                .isEqualTo("ef01");
        assertThat(server.send(server.api("backtest/" + id + "/reproduce").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(202);
    }

    private void tellsStatistics(String run) throws Exception {
        assertThat(json(server.get(run + "/metrics?risk_free=0.02&periods=12"))
                        .at("/metrics/total_return")
                        .asDouble())
                .isEqualTo(0.02);
        JsonNode rolling = json(server.get(run + "/rolling?window=20&statistics=beta"));
        assertThat(rolling.path("dates")).hasSize(2);
        assertThat(rolling.at("/values/beta/1").isNull()).isTrue();
        assertThat(json(server.get(run + "/drawdowns"))
                        .at("/drawdowns/0/fall_days")
                        .asInt())
                .isEqualTo(3);
        assertThat(json(server.get(run + "/returns?by=year"))
                        .at("/returns/0/span")
                        .asText())
                .isEqualTo("YEAR");
        assertThat(json(server.get(run + "/exposures"))
                        .at("/sectors/0/mean_gross")
                        .asDouble())
                .isEqualTo(0.5);
        assertThat(json(server.get(run + "/round-trips"))
                        .at("/round_trips/0/closed")
                        .isNull())
                .isTrue();
        assertThat(json(server.get(run + "/attribution?by=sector"))
                        .at("/contributions/0/key")
                        .asText())
                .isEqualTo("SECTOR");
        assertThat(json(server.get("statistics")).at("/statistics/0/formula").asText())
                .isEqualTo("prod(1 + r) - 1");
        for (String wrong : new String[] {
            "/rolling?window=1", "/rolling?window=x", "/returns?by=decade", "/attribution?by=day", "/metrics?periods=x"
        }) {
            assertThat(server.get(run + wrong).statusCode()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void givesEverythingInOneDocument() throws Exception {
        String id = server.completedRun();
        HttpResponse<String> answer = server.get("backtest/" + id + "/results");
        JsonNode results = json(answer);
        assertThat(results.path("trades")).hasSize(MemoryPlatform.TRADES);
        assertThat(results.at("/equity/equity")).hasSize(500);
        assertThat(results.at("/summary/num_trades").asInt()).isEqualTo(MemoryPlatform.TRADES);
        assertThat(results.at("/manifest/result_hash").asText()).isEqualTo("ef01");
        assertThat(results.at("/metrics/metrics/sharpe_ratio").asDouble()).isEqualTo(1.85);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(server.send(server.api("backtest/" + id + "/results").header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        JsonNode part = json(server.get("backtest/" + id + "/results?fields=summary.num_trades,trades.ticker"));
        assertThat(part.at("/trades/7").toString()).isEqualTo("{\"ticker\":\"T7\"}");
        assertThat(part.at("/summary").toString()).isEqualTo("{\"num_trades\":2345}");
    }

    @Test
    void cancelsAndRemovesRuns() throws Exception {
        String id = server.submit();
        assertThat(server.send(server.api("backtest/" + id).DELETE()).statusCode())
                .isEqualTo(409);
        HttpResponse<String> cancelled =
                server.send(server.api("backtest/" + id + "/cancel").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(json(cancelled).path("status").asText()).isEqualTo("cancelled");
        assertThat(json(server.get("backtest?status=cancelled")).path("total").asInt())
                .isEqualTo(1);
        assertThat(json(server.get("backtest?status=running")).path("total").asInt())
                .isZero();
        assertThat(json(server.get("jobs/" + id)).path("status").asText()).isEqualTo("cancelled");
        assertThat(json(server.get("jobs")).path("jobs")).hasSize(1);
        assertThat(server.send(server.api("backtest/" + id).DELETE()).statusCode())
                .isEqualTo(204);
        String other = server.submit();
        assertThat(server.send(server.api("jobs/" + other + "/cancel").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void readsDataPluginsAndAudit() throws Exception {
        assertThat(json(server.get("data/markets")).path("markets")).hasSize(2);
        assertThat(json(server.get("data/instruments?market=us&search=T00"))
                        .path("total")
                        .asInt())
                .isEqualTo(5);
        JsonNode bars = json(server.get("data/ohlcv/AAPL?market=US&adjust=split&start_date=2020-01-01"));
        assertThat(bars.path("adjust").asText()).isEqualTo("split");
        assertThat(bars.at("/close/1").isNull()).isTrue();
        assertThat(json(server.get("data/snapshots"))
                        .at("/snapshots/0/import_id")
                        .asText())
                .isEqualTo("im_1");
        assertThat(json(server.get("plugins?kind=factor")).path("plugins")).hasSize(1);
        assertThat(json(server.get("plugins/factor/momentum"))
                        .at("/parameters/0/default")
                        .asInt())
                .isEqualTo(252);
        assertThat(server.get("plugins/nothing/x").statusCode()).isEqualTo(404);
        assertThat(server.send(server.api("plugins/factor/momentum/verify").POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(server.get("audit?action=backtest.submit")).path("records"))
                .hasSize(1);
    }

    @Test
    void readsPartsOfADay() throws Exception {
        JsonNode bars = json(server.get("data/ohlcv/AAPL?market=US&timeframe=5m&start_date=2020-01-03"));
        assertThat(bars.at("/times/0").asText()).isEqualTo("2020-01-03T05:00:00Z");
        assertThat(bars.path("timeframe").asText()).isEqualTo("5m");
        assertThat(bars.path("time_zone").asText()).isEqualTo("America/New_York");
        assertThat(bars.path("next").isNull()).isTrue();
        String range = "&start_date=2020-01-03T14:30:00Z&end_date=2020-01-03T14:40:00Z";
        JsonNode cut = json(server.get("data/ohlcv/AAPL?market=US&timeframe=1m&limit=1" + range));
        assertThat(cut.at("/times/0").asText()).isEqualTo("2020-01-03T14:30:00Z");
        assertThat(cut.path("next").asText()).isEqualTo("2020-01-03T14:40:00Z");
        assertThat(server.get("data/ohlcv/ZZZ?market=US&timeframe=1m").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "strategies?page=0, page",
        "strategies?page=x, page",
        "strategies?limit=1001, limit",
        "strategies?limit=99999999999, limit",
        "strategies?limit=1&limit=2, limit",
        "strategies?_=1, _",
        "strategies?fields=, fields",
        "backtest?status=lost, status",
        "data/instruments?market=XX, market",
        "data/ohlcv/AAPL, market",
        "data/ohlcv/AAPL?market=US&start_date=2020-1-1, start_date",
        "data/ohlcv/AAPL?market=US&start_date=2020-02-30, start_date",
        "data/ohlcv/AAPL?market=US&start_date=2020-02-02&end_date=2020-01-01, end_date",
        "data/ohlcv/AAPL?market=US&timeframe=2m, timeframe",
        "data/ohlcv/AAPL?market=US&adjust=most, adjust",
        "data/ohlcv/AAPL?market=US&limit=10, limit",
        "data/ohlcv/AAPL?market=US&start_date=2020-01-02T14:30:00Z, start_date",
        "data/ohlcv/AAPL?timeframe=1m, market",
        "data/ohlcv/AAPL?market=US&timeframe=1m&limit=5001, limit",
        "data/ohlcv/AAPL?market=US&timeframe=1m&limit=0, limit",
        "data/ohlcv/AAPL?market=US&timeframe=1m&adjust=split, adjust",
        "data/ohlcv/AAPL?market=US&timeframe=1m&start_date=yesterday, start_date",
        "data/ohlcv/AAPL?market=US&timeframe=1m&end_date=2020-01-02T25:00:00Z, end_date",
        "data/ohlcv/AAPL?market=US&timeframe=1m&start_date=-9999999-01-01, start_date",
        "data/ohlcv/AAPL?market=US&timeframe=1h&start_date=2020-01-03&end_date=2020-01-02, end_date",
        "data/ohlcv/AAPL?market=US&timeframe=5m&as_of=never, as_of",
        "plugins?kind=thing, kind",
    })
    void namesTheWrongParameter(String route, String field) throws Exception {
        HttpResponse<String> answer = server.get(route);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void selectsFields() throws Exception {
        server.post("strategies", STRATEGY);
        assertThat(server.get("strategies/momentum_value?fields=id,factors.factor")
                        .body())
                .isEqualTo("{\"id\":\"momentum_value\",\"factors\":[{\"factor\":\"momentum\"}]}");
        assertThat(server.get("strategies?fields=id").body())
                .isEqualTo(
                        "{\"strategies\":[{\"id\":\"momentum_value\"}],\"page\":1,\"limit\":50,\"total\":1,\"has_more\":false}");
        assertThat(server.get("strategies?fields=strategies.id").body())
                .isEqualTo(server.get("strategies?fields=id").body());
        String equity = "backtest/" + server.completedRun() + "/equity?fields=";
        assertThat(json(server.get(equity + "equity")).fieldNames())
                .toIterable()
                .containsExactly("equity");
        assertThat(server.get(equity + "nothing").body()).isEqualTo("{}");
    }

    @Test
    void answersNotModified() throws Exception {
        HttpResponse<String> first = server.get("data/markets");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = server.send(server.api("data/markets").header("If-None-Match", "\"x\", " + tag));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).contains(tag);
        assertThat(server.send(server.api("data/markets").header("If-None-Match", "\"x\""))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void compressesWhenAsked() throws Exception {
        HttpResponse<byte[]> packed = server.http.send(
                server.api("data/instruments").header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        byte[] body = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed.body())).readAllBytes();
        HttpResponse<String> plain = server.get("data/instruments");
        assertThat(new String(body, java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(plain.body());
        assertThat(packed.headers().firstValue("ETag"))
                .isEqualTo(plain.headers().firstValue("ETag"));
        String id = server.completedRun();
        HttpResponse<byte[]> results = server.http.send(
                server.api("backtest/" + id + "/results")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        byte[] all = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(results.body())).readAllBytes();
        assertThat(new String(all, java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(server.get("backtest/" + id + "/results").body());
    }

    @Test
    void answersHeadAndOptions() throws Exception {
        HttpResponse<String> head =
                server.send(server.api("data/markets").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag"))
                .isEqualTo(server.get("data/markets").headers().firstValue("ETag"));
        HttpResponse<String> options =
                server.send(server.api("strategies").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(options.statusCode()).isLessThan(300);
        assertThat(options.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
    }

    @Test
    void opensAndClosesASessionPerRequest() throws Exception {
        server.send(
                server.api("strategies").header("Authorization", "Bearer abc").header("X-Session-Token", "def"));
        assertThat(server.platform.callers).hasSize(1);
        assertThat(server.platform.callers.get(0).values())
                .containsEntry("bearer", "abc")
                .containsEntry("session_token", "def");
        assertThat(server.platform.callers.get(0).address()).isEqualTo("127.0.0.1");
        server.close();
        assertThat(server.platform.closed.get()).isEqualTo(1);
    }

    @Test
    void takesNoForwardedCallForALocalOne() throws Exception {
        server.send(server.api("strategies").header("X-Forwarded-For", "127.0.0.1"));
        assertThat(server.platform.callers.get(0).address()).isEqualTo("proxy 127.0.0.1");
    }

    @Test
    void servesTheDocumentation() throws Exception {
        assertThat(server.send(server.to("/api-docs")).headers().firstValue("Location"))
                .contains("/api-docs/");
        HttpResponse<String> page = server.send(server.to("/api-docs/"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
        for (String file : page.body().split("\"")) {
            if (file.matches("[a-z0-9-]+\\.(js|css|png)")) {
                assertThat(server.send(server.to("/api-docs/" + file)).statusCode())
                        .as(file)
                        .isEqualTo(200);
            }
        }
        assertThat(server.send(server.to("/api-docs/other.js")).statusCode()).isEqualTo(404);
        assertThat(server.send(server.to("/")).headers().firstValue("Location")).contains("/console/");
    }

    private HttpResponse<String> put(String tag) throws Exception {
        return server.send(server.api("strategies/momentum_value")
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .PUT(HttpRequest.BodyPublishers.ofString(STRATEGY)));
    }
}
