package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.assembly.contract.ApiDocument;
import org.quantplatform.assembly.contract.Edges;
import org.quantplatform.assembly.contract.Fuzz;
import org.quantplatform.assembly.contract.SchemaCheck;
import org.quantplatform.assembly.contract.Things;

/**
 * Whatever a server is asked, it answers as its OpenAPI document says, and keeps nothing half done. Requests are made from the
 * document by {@link Fuzz}; {@code -Dcontract.seed} and {@code -Dcontract.requests} repeat a run or make another.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractIT {

    private static final int LEAST_REQUESTS = 5000;
    private static final int REQUESTS = Integer.getInteger("contract.requests", 5200);
    private static final long SEED = Long.getLong("contract.seed", 20261128);
    private static final Duration RUN_WITHIN = Duration.ofMinutes(6);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final Duration JOBS_WITHIN = Duration.ofMinutes(2);

    private static final String RUN =
            """
            {"strategy": {"factors": [{"factor": "momentum", "weight": 1}]},
             "universe": {"market": "US"}, "start_date": "2020-01-02", "end_date": "2020-06-30"}""";
    private static final String ANALYSIS =
            """
            {"factors": [{"factor": "momentum"}], "universe": {"market": "US"}, "horizons": [1, 5],
             "start_date": "2020-01-02", "end_date": "2020-06-30"}""";
    private static final String SEARCH =
            """
            {"backtest": %s, "space": {"parameters.top": [5, 10]}, "objective": "sharpe_ratio", "kind": "grid"}"""
                    .formatted(RUN);

    /** What only those can send who have the password, the token or the key. */
    private static final Map<String, Integer> REFUSED_EXAMPLES =
            Map.of("login", 401, "awsLogin", 401, "refreshTokens", 401, "setup", 409, "changePassword", 400);

    /** Nobody outside is to be asked. */
    private static final Map<String, String> NOWHERE = Stream.of(
                    "QUANT_SOURCE_YFINANCE_MAIN_ADDRESS",
                    "QUANT_SOURCE_YFINANCE_MAIN_CRUMB_ADDRESS",
                    "QUANT_SOURCE_YFINANCE_MAIN_COOKIE_ADDRESS",
                    "QUANT_SOURCE_POLYGON_MAIN_ADDRESS",
                    "QUANT_SOURCE_KIS_MAIN_ADDRESS",
                    "QUANT_SOURCE_KIS_MAIN_SYMBOLS_ADDRESS",
                    "QUANT_SOURCE_AKSHARE_MAIN_HISTORY_ADDRESS",
                    "QUANT_SOURCE_AKSHARE_MAIN_LIST_ADDRESS",
                    "QUANT_SOURCE_AKSHARE_MAIN_ACCOUNTS_ADDRESS",
                    "QUANT_SOURCE_AKSHARE_MAIN_EVENTS_ADDRESS",
                    "QUANT_AUTH_AWS_ENDPOINTS")
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> "http://127.0.0.1:1"));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static SimpleServer simple;
    private static String root;
    private static JsonNode document;
    private static ApiDocument api;
    private static Fuzz fuzz;

    @BeforeAll
    static void start() throws Exception {
        simple = SimpleServer.start(folder, NOWHERE);
        root = simple.login("root");
        simple.addUser(root, "spare", "viewer");
        document = simple.get("", "/api/v1/openapi.json");
        api = new ApiDocument(document);
        fuzz = new Fuzz(api, fixtures(), simple.server().httpPort(), root, ANSWER_WITHIN, SEED);
    }

    @AfterAll
    static void stop() throws Exception {
        simple.launched().stop();
    }

    private static Things fixtures() throws Exception {
        String run = made("/backtest", RUN, "/backtest_id");
        String analysis = made("/factors/analyze", ANALYSIS, "/analysis_id");
        String search = made("/searches", SEARCH, "/search_id");
        ended("/backtest/" + run);
        ended("/factors/analyses/" + analysis);
        ended("/searches/" + search);
        String link = made("/backtest/" + run + "/share", "{}", "/path");
        return new Things()
                .stays("/backtest/{id}", run)
                .stays("/jobs/{id}", run)
                .stays("/factors/analyses/{id}", analysis)
                .stays("/searches/{id}", search)
                .stays("/searches/{id}/trials/{number}", "1")
                .stays("/shared/{token}", link.substring(link.lastIndexOf('/') + 1))
                .stays("/strategies/{id}", "momentum_value")
                .stays(
                        "/factors/expressions/{id}",
                        made("/factors/expressions", "{\"name\": \"stays\", \"expression\": \"$close\"}", "/id"))
                .stays("/factors/{id}", "momentum")
                .stays("/plugins/{kind}", "factor")
                .stays("/plugins/{kind}/{id}", "momentum")
                .stays(
                        "/data/imports/{id}",
                        rows("/data/imports", "imports").get(0).get("import_id").asText())
                .stays("/data/markets/{market}", "US")
                .stays("/data/indexes/{market}", "US")
                .stays("/data/indexes/{market}/{index}", "SP500")
                .stays("/data/ohlcv/{ticker}", "SYNUS-COM03")
                .stays("/data/fundamentals/{ticker}", "SYNUS-COM03")
                .stays("/admin/users/{username}", "spare")
                .stays("/admin/secrets/{name}", "feed-key");
    }

    private static String made(String path, String body, String id) throws Exception {
        HttpResponse<String> answer = simple.call(root, "POST", "/api/v1" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Documents.parse(answer.body()).at(id).asText();
    }

    private static void ended(String path) throws Exception {
        Deadline.await(path + " has ended", JOBS_WITHIN, () -> hasEnded(simple.get(root, "/api/v1" + path)));
    }

    private static boolean hasEnded(JsonNode work) {
        return !List.of("queued", "running").contains(work.path("status").asText());
    }

    private static List<JsonNode> rows(String path, String list) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode some = simple.get(root, "/api/v1" + path + "?limit=200&page=" + page);
            some.path(list).forEach(rows::add);
            if (!some.path("has_more").asBoolean()) {
                return rows;
            }
        }
    }

    @Test
    @Order(1)
    void examplesOfRequestsAreAccepted() throws Exception {
        putIntoImportFolder("prices.csv.gz", "name,date,open,high,low,close,volume\nFUZZ,2020-01-02,1,2,1,2,100\n");
        Map<String, List<Integer>> answers = fuzz.examples(List.of("createStrategy", "createUser"));
        assertThat(fuzz.faults()).as(() -> String.join("\n\n", fuzz.faults())).isEmpty();
        answers.forEach((operation, statuses) -> assertThat(statuses)
                .as(operation)
                .allMatch(status -> REFUSED_EXAMPLES.containsKey(operation)
                        ? status.equals(REFUSED_EXAMPLES.get(operation))
                        : status / 100 == 2));
    }

    @Test
    @Order(1)
    void statedEndsAreThoseOfTheServer() throws Exception {
        String run = made("/backtest", RUN, "/backtest_id");
        ended("/backtest/" + run);
        StatedEnds ends =
                new StatedEnds(api, (method, path, body) -> simple.call(root, method, "/api/v1" + path, body));
        ends.tryAll(run);
        assertThat(ends.faults()).as(() -> String.join("\n", ends.faults())).isEmpty();
        assertThat(ends.tried()).isEqualTo(new Edges(api).members());
    }

    private static void tellFaults() {
        if (!fuzz.faults().isEmpty()) {
            throw new AssertionError(String.join("\n\n", fuzz.faults()));
        }
    }

    private static void putIntoImportFolder(String name, String content) throws Exception {
        Path imports = Files.createDirectories(simple.server().home().resolve("data/import"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(imports.resolve(name)))) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    @Order(1)
    void examplesAreAsTheirSchemasSay() {
        SchemaCheck check = new SchemaCheck(api, true);
        api.operations().forEach(operation -> operation.examples().forEach(example -> assertThat(
                        check.faults(operation.bodies().get("application/json"), example))
                .as(operation + " takes " + example)
                .isEmpty()));
        document.path("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("responses").forEach(answer -> {
                            JsonNode json = answer.path("content").path("application/json");
                            if (json.has("example")) {
                                assertThat(check.faults(json.path("schema"), json.get("example")))
                                        .as(operation.path("operationId").asText())
                                        .isEmpty();
                            }
                        })));
    }

    @Test
    @Order(2)
    void everyAnswerIsAsDocumented() {
        fuzz.run(REQUESTS, System.nanoTime() + RUN_WITHIN.toNanos());
        System.out.println("contract: " + fuzz);
        assertThat(fuzz.faults()).as(() -> String.join("\n\n", fuzz.faults())).isEmpty();
        assertThat(fuzz.sent()).isGreaterThanOrEqualTo(Math.min(REQUESTS, LEAST_REQUESTS));
    }

    @Test
    @Order(3)
    void jobsEndAndNoneByAFaultOfThePlatform() throws Exception {
        Deadline.await("all jobs have ended", JOBS_WITHIN, () -> rows("/jobs", "jobs").stream()
                .allMatch(ContractIT::hasEnded));
        assertThat(rows("/jobs", "jobs"))
                .extracting(job -> job.path("error").asText())
                .noneMatch(error -> error.contains("internal") || error.contains("unexpected"));
    }

    @Test
    @Order(4)
    void whateverIsListedCanBeRead() throws Exception {
        readEach("/strategies", "strategies", "id");
        readEach("/backtest", "backtests", "backtest_id");
        readEach("/searches", "searches", "search_id");
        readEach("/factors/analyses", "analyses", "analysis_id");
        readEach("/factors/expressions", "expressions", "id");
        readEach("/data/imports", "imports", "import_id");
        readEach("/data/checks", "checks", "check_id");
        readEach("/data/updates", "updates", "update_id");
        readEach("/jobs", "jobs", "id");
        for (String list : List.of("/shares", "/auth/api-keys", "/admin/users", "/admin/secrets", "/audit")) {
            assertThat(simple.status(root, "GET", "/api/v1" + list, ""))
                    .as(list)
                    .isEqualTo(200);
        }
    }

    private static void readEach(String path, String list, String id) throws Exception {
        for (JsonNode row : rows(path, list)) {
            String one = row.get(id).asText();
            String escaped = URLEncoder.encode(one, StandardCharsets.UTF_8).replace("+", "%20");
            JsonNode read = simple.get(root, "/api/v1" + path + "/" + escaped);
            assertThat(read.get(id).asText()).isEqualTo(one);
        }
    }

    @Test
    @Order(5)
    void theServerIsWell() throws Exception {
        assertThat(simple.get("", "/api/v1/health").path("status").asText()).isEqualTo("ok");
        HttpResponse<String> verdict = simple.call(root, "POST", "/api/v1/audit/verify", "");
        assertThat(verdict.statusCode()).isEqualTo(200);
        assertThat(Documents.parse(verdict.body()).path("intact").asBoolean())
                .as(verdict.body())
                .isTrue();
    }
}
