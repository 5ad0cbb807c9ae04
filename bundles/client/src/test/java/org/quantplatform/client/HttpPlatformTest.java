package org.quantplatform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.Upload;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.statistics.Basis;
import org.quantplatform.api.statistics.RollingQuery;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.api.statistics.Span;
import org.quantplatform.api.strategies.StrategyDefinition;
import org.quantplatform.client.ScriptedServer.Reply;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Side;

class HttpPlatformTest {

    private static final String JOB = "{\"id\":\"bt_1\",\"kind\":\"backtest\",\"status\":\"%s\",\"progress\":%d,"
            + "\"attempts\":1,\"error\":null,\"created_at\":\"2026-01-02T03:04:05Z\",\"started_at\":null,\"finished_at\":null}";
    private static final String JOBS =
            "{\"jobs\":[" + JOB.formatted("running", 40) + "],\"page\":2,\"limit\":1,\"total\":3,\"has_more\":true}";
    private static final String RUN =
            "{\"backtest_id\":\"bt_1\",\"status\":\"queued\",\"progress\":0,\"strategy_id\":\"s\","
                    + "\"strategy_name\":\"S\",\"start_date\":\"2020-01-01\",\"end_date\":\"2020-12-31\",\"initial_capital\":1000,"
                    + "\"currency\":\"USD\",\"summary\":null,\"full_results_url\":null,\"manifest\":null,\"warnings\":[],"
                    + "\"error\":null,\"links\":{\"self\":\"/api/v1/backtest/bt_1\"},\"created_at\":\"2026-01-02T03:04:05Z\","
                    + "\"started_at\":null,\"finished_at\":null}";
    private static final String STRATEGY =
            "{\"id\":\"a\",\"name\":\"A\",\"description\":\"\",\"plugin\":\"factor-rank\","
                    + "\"parameters\":{},\"factors\":[],\"universe\":{\"market\":\"US\",\"tickers\":[]},\"constraints\":{},"
                    + "\"rebalance_frequency\":\"month_end\",\"version\":3,\"created_at\":\"2026-01-02T03:04:05Z\","
                    + "\"updated_at\":\"2026-01-02T03:04:05Z\"}";

    @Test
    void readsPages() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Reply.json(200, JOBS))) {
            Page<Job> page = server.platform().session().jobs().list(new PageRequest(2, 1));
            assertThat(page.items()).extracting(Job::status).containsExactly(JobStatus.RUNNING);
            assertThat(page.total()).isEqualTo(3);
            assertThat(server.lines()).containsExactly("GET /api/v1/jobs?page=2&limit=1");
        }
    }

    @Test
    void handsOverTheAnswerByteForByte() throws IOException {
        String odd = " {\"jobs\" : [ ],\t\"page\":1,\"limit\":50,\"total\":0,\"has_more\":false, \"other\":1.00}\n";
        List<Exchange> seen = new ArrayList<>();
        try (ScriptedServer server = new ScriptedServer(Reply.json(200, odd))) {
            HttpPlatform.watched(server.settings(), seen::add).session().jobs().list(PageRequest.FIRST);
        }
        assertThat(seen).hasSize(1);
        assertThat(new String(seen.get(0).answer(), StandardCharsets.UTF_8)).isEqualTo(odd);
    }

    @Test
    void unzips() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(JOBS.getBytes(StandardCharsets.UTF_8));
        }
        Reply reply = Reply.json(200, "").body(zipped.toByteArray()).with("Content-Encoding", "gzip");
        try (ScriptedServer server = new ScriptedServer(reply)) {
            assertThat(server.platform()
                            .session()
                            .jobs()
                            .list(PageRequest.FIRST)
                            .items())
                    .hasSize(1);
            assertThat(server.asked().get(0).header("Accept-encoding")).isEqualTo("gzip");
        }
    }

    @Test
    void asksAgainWhenTheServerIsBusy() throws IOException {
        Reply busy = Reply.problem(429, "{\"code\":\"quota_exceeded\",\"detail\":\"busy\"}");
        Reply starting = Reply.problem(503, "{\"code\":\"unavailable\",\"detail\":\"starting\"}")
                .with("Retry-After", "0");
        try (ScriptedServer server = new ScriptedServer(busy, starting, Reply.json(200, JOBS))) {
            assertThat(server.platform()
                            .session()
                            .jobs()
                            .list(PageRequest.FIRST)
                            .items())
                    .hasSize(1);
            assertThat(server.lines()).hasSize(3);
        }
    }

    @Test
    void givesUpAfterTheLastAttempt() throws IOException {
        Reply busy = Reply.problem(503, "{\"code\":\"unavailable\",\"detail\":\"still starting\"}");
        try (ScriptedServer server = new ScriptedServer(busy)) {
            QuantException thrown = catchThrowableOfType(
                    QuantException.class,
                    () -> server.platform().session().jobs().list(PageRequest.FIRST));
            assertThat(thrown.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(thrown).hasMessage("still starting");
            assertThat(server.lines()).hasSize(3);
        }
    }

    @Test
    void doesNotWaitLongerThanItIsWillingTo() throws IOException {
        Reply busy = Reply.problem(503, "{\"code\":\"unavailable\",\"detail\":\"later\"}")
                .with("Retry-After", "3600");
        try (ScriptedServer server = new ScriptedServer(busy)) {
            assertThatThrownBy(() -> server.platform().session().jobs().list(PageRequest.FIRST))
                    .hasMessage("later");
            assertThat(server.lines()).hasSize(1);
        }
    }

    @Test
    void asksAgainWhenTheConnectionBreaksInAnAnswer() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer(Reply.json(200, "{\"jobs\":[").brokenOff(), Reply.json(200, JOBS))) {
            assertThat(server.platform()
                            .session()
                            .jobs()
                            .list(PageRequest.FIRST)
                            .items())
                    .hasSize(1);
        }
    }

    @Test
    void doesNotDeleteTwice() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Reply.json(200, "{").brokenOff())) {
            QuantException thrown = catchThrowableOfType(
                    QuantException.class,
                    () -> server.platform().session().strategies().delete("a"));
            assertThat(thrown.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(thrown.getMessage()).contains("broke off").contains("127.0.0.1");
            assertThat(server.lines()).containsExactly("DELETE /api/v1/strategies/a");
        }
    }

    @Test
    void tellsTruncatedJson() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Reply.json(200, "{\"jobs\":[{\"id\""))) {
            QuantException thrown = catchThrowableOfType(
                    QuantException.class,
                    () -> server.platform().session().jobs().list(PageRequest.FIRST));
            assertThat(thrown.code()).isEqualTo(ErrorCode.INTERNAL);
            assertThat(thrown.getMessage()).contains("cannot be read");
        }
    }

    @Test
    void readsProblemDocuments() throws IOException {
        Reply problem = Reply.problem(
                422,
                "{\"title\":\"Unprocessable\",\"status\":422,\"detail\":\"2 fields are wrong\",\"code\":\"unprocessable\","
                        + "\"errors\":[{\"field\":\"end_date\",\"message\":\"no data\"},{\"field\":\"x\",\"message\":\"y\"}]}");
        try (ScriptedServer server = new ScriptedServer(problem)) {
            QuantException thrown = catchThrowableOfType(
                    QuantException.class,
                    () -> server.platform().session().jobs().get("j"));
            assertThat(thrown.code()).isEqualTo(ErrorCode.UNPROCESSABLE);
            assertThat(thrown).hasMessage("2 fields are wrong");
            assertThat(thrown.errors())
                    .containsExactly(new FieldError("end_date", "no data"), new FieldError("x", "y"));
        }
    }

    @Test
    void tellsAnotherKindOfServer() throws IOException {
        Reply page = Reply.json(404, "<html>nothing here</html>").with("Content-Type", "text/html");
        try (ScriptedServer server = new ScriptedServer(page)) {
            QuantException thrown = catchThrowableOfType(
                    QuantException.class,
                    () -> server.platform().session().jobs().get("j"));
            assertThat(thrown.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(thrown.getMessage()).endsWith("is not a Quant Platform server");
        }
    }

    @Test
    void tellsThatNobodyListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        HttpPlatform platform = HttpPlatform.of(ClientSettings.of("http://127.0.0.1:" + free, Optional.empty()));
        QuantException thrown = catchThrowableOfType(
                QuantException.class, () -> platform.session().jobs().get("j"));
        assertThat(thrown.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(thrown).hasMessage("no server at http://127.0.0.1:" + free + " (connection refused)");
    }

    @Test
    void submitsWithAKeyAndReadsTheRecord() throws IOException {
        Reply accepted =
                Reply.json(202, "{\"backtest_id\":\"bt_1\",\"status\":\"queued\",\"progress\":0,\"links\":{}}");
        try (ScriptedServer server = new ScriptedServer(accepted, Reply.json(200, RUN))) {
            BacktestRequest request =
                    BacktestRequest.ofStrategy("s", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), 1000);
            Backtest run = server.platform().session().backtests().submit(request, Optional.of("key-1"));
            assertThat(run.strategyName()).isEqualTo("S");
            assertThat(server.lines()).containsExactly("POST /api/v1/backtest", "GET /api/v1/backtest/bt_1");
            assertThat(server.asked().get(0).header("Idempotency-key")).isEqualTo("key-1");
            assertThat(server.asked().get(0).body())
                    .contains("\"strategy_id\":\"s\"")
                    .contains("\"start_date\":\"2020-01-01\"");
        }
    }

    @Test
    void sendsTheTagBackWhenAVersionIsExpected() throws IOException {
        Reply stored = Reply.json(200, STRATEGY).with("ETag", "\"v3-abc\"");
        try (ScriptedServer server = new ScriptedServer(stored)) {
            var definition = new StrategyDefinition("A", null, null, null, null, null, null, null, null);
            server.platform().session().strategies().update("a", definition, Optional.of(3));
            assertThat(server.lines()).containsExactly("GET /api/v1/strategies/a", "PUT /api/v1/strategies/a");
            assertThat(server.asked().get(1).header("If-match")).isEqualTo("\"v3-abc\"");
            assertThatThrownBy(() -> server.platform().session().strategies().update("a", definition, Optional.of(2)))
                    .hasMessage("strategy 'a' has version 3, expected 2");
        }
    }

    @Test
    void streamsFilesInAForm(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("prices.csv"), "date,ticker\n");
        Reply accepted = Reply.json(202, "{\"import_id\":\"im_1\",\"status\":\"queued\"}");
        Reply report = Reply.json(
                200,
                "{\"import_id\":\"im_1\",\"status\":\"completed\",\"progress\":100,\"source\":\"csv\",\"received\":1,"
                        + "\"stored\":1,\"reasons\":{},\"details\":[],\"created_at\":\"2026-01-02T03:04:05Z\"}");
        try (ScriptedServer server = new ScriptedServer(accepted, report)) {
            var done = server.platform()
                    .session()
                    .data()
                    .importData(ImportRequest.ofSource("csv"), List.of(new Upload("p\"r\nices.csv", file)));
            assertThat(done.stored()).isEqualTo(1);
            assertThat(server.asked().get(0).header("Content-type")).startsWith("multipart/form-data; boundary=");
            assertThat(server.asked().get(0).body())
                    .contains("name=\"options\"")
                    .contains("\"source\":\"csv\"")
                    .contains("name=\"file\"; filename=\"p%22r_ices.csv\"")
                    .contains("\r\n\r\ndate,ticker\n\r\n--");
        }
    }

    @Test
    void readsEveryPageOfHoldings() throws IOException {
        String row = "{\"date\":\"2020-01-02\",\"ticker\":\"%s\",\"shares\":1,\"price\":2,\"market_value\":2,"
                + "\"weight\":0.5,\"cost_basis\":2,\"unrealized_pnl\":null}";
        Reply first = Reply.json(
                200,
                "{\"holdings\":[" + row.formatted("A")
                        + "],\"page\":1,\"limit\":1000,\"total\":1001,\"has_more\":true}");
        Reply second = Reply.json(
                200,
                "{\"holdings\":[" + row.formatted("B")
                        + "],\"page\":2,\"limit\":1000,\"total\":1001,\"has_more\":false}");
        try (ScriptedServer server = new ScriptedServer(first, second)) {
            var held = server.platform().session().backtests().holdings("bt_1", Optional.of(LocalDate.of(2020, 1, 2)));
            assertThat(held).extracting(h -> h.ticker()).containsExactly("A", "B");
            assertThat(server.lines().get(1))
                    .isEqualTo("GET /api/v1/backtest/bt_1/holdings?date=2020-01-02&page=2&limit=1000");
        }
    }

    @Test
    void asksForStatistics() throws IOException {
        Reply rolling = Reply.json(200, "{\"window\":20,\"dates\":[\"2020-01-02\"],\"values\":{\"beta\":[null]}}");
        Reply returns = Reply.json(
                200,
                "{\"returns\":[{\"span\":\"2020\",\"portfolio\":0.1,\"benchmark\":null}],\"page\":1,\"limit\":50,"
                        + "\"total\":1,\"has_more\":false}");
        Reply trips = Reply.json(
                200,
                "{\"round_trips\":[{\"ticker\":\"A\",\"side\":\"sell\",\"opened\":\"2020-01-02\",\"closed\":null}],"
                        + "\"page\":1,\"limit\":50,\"total\":1,\"has_more\":false}");
        try (ScriptedServer server = new ScriptedServer(rolling, returns, trips)) {
            RunStatistics statistics = server.platform().session().statistics();
            RollingQuery query = new RollingQuery(20, List.of("beta"), new Basis(252, 0.02));
            assertThat(statistics.rolling("bt_1", query).values().get("beta")).containsOnly(Double.NaN);
            assertThat(statistics
                            .returns("bt_1", Span.YEAR, PageRequest.FIRST)
                            .items()
                            .get(0)
                            .benchmark())
                    .isNaN();
            assertThat(statistics
                            .roundTrips("bt_1", PageRequest.FIRST)
                            .items()
                            .get(0)
                            .side())
                    .isEqualTo(Side.SELL);
            assertThat(server.lines())
                    .containsExactly(
                            "GET /api/v1/backtest/bt_1/rolling?periods=252.0&risk_free=0.02&window=20&statistics=beta",
                            "GET /api/v1/backtest/bt_1/returns?by=year&page=1&limit=50",
                            "GET /api/v1/backtest/bt_1/round-trips?page=1&limit=50");
        }
    }

    @Test
    void fallsBackToAskingWhenThereIsNoSocket() throws Exception {
        Reply running = Reply.json(200, JOB.formatted("running", 40));
        Reply noSocket = Reply.problem(404, "{}");
        try (ScriptedServer server =
                new ScriptedServer(running, noSocket, running, Reply.json(200, JOB.formatted("completed", 100)))) {
            BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();
            var watch = server.platform().session().jobs().watch("bt_1", 0, events::add);
            assertThat(events.poll(20, TimeUnit.SECONDS).values()).containsEntry("progress", 40);
            assertThat(events.poll(20, TimeUnit.SECONDS).type()).isEqualTo("completed");
            watch.close();
        }
    }

    @Test
    void keepsTokensToSecureServers() {
        Optional<ClientSettings.Token> token = Optional.of(ClientSettings.Token.bearer("secret"));
        assertThatThrownBy(() -> ClientSettings.of("http://example.org", token)).hasMessageContaining("https only");
        assertThat(ClientSettings.of("https://example.org/api/v1/", token).server())
                .hasToString("https://example.org");
        assertThat(token.get().toString()).doesNotContain("secret");
    }

    @Test
    void sendsTheToken() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Reply.json(200, JOBS))) {
            HttpPlatform.of(server.settings(Optional.of(ClientSettings.Token.session("t1"))))
                    .session()
                    .jobs()
                    .list(PageRequest.FIRST);
            assertThat(server.asked().get(0).header("X-session-token")).isEqualTo("t1");
        }
    }

    @Test
    void keepsAnIdInsideItsPath() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer(Reply.problem(404, "{\"code\":\"not_found\",\"detail\":\"no\"}"))) {
            assertThatThrownBy(() -> server.platform().session().jobs().get("../a b?c"))
                    .hasMessage("no");
            assertThat(server.lines()).containsExactly("GET /api/v1/jobs/..%2Fa%20b%3Fc");
        }
    }
}
