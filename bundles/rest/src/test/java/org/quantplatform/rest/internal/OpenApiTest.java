package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final List<String> ROUTES = List.of(
            "GET /health",
            "GET /health/live",
            "GET /health/ready",
            "GET /metrics",
            "GET /openapi.json",
            "GET /strategies",
            "POST /strategies",
            "GET /strategies/{id}",
            "PUT /strategies/{id}",
            "DELETE /strategies/{id}",
            "POST /backtest",
            "GET /backtest",
            "GET /backtest/{id}",
            "DELETE /backtest/{id}",
            "POST /backtest/{id}/cancel",
            "POST /backtest/{id}/reproduce",
            "GET /backtest/{id}/equity",
            "GET /backtest/{id}/trades",
            "GET /backtest/{id}/holdings",
            "GET /backtest/{id}/metrics",
            "GET /backtest/{id}/rolling",
            "GET /backtest/{id}/drawdowns",
            "GET /backtest/{id}/returns",
            "GET /backtest/{id}/exposures",
            "GET /backtest/{id}/round-trips",
            "GET /backtest/{id}/attribution",
            "GET /statistics",
            "GET /backtest/{id}/manifest",
            "GET /backtest/{id}/results",
            "GET /backtest/{id}/results.parquet",
            "GET /backtest/{id}/events",
            "POST /searches",
            "GET /searches",
            "GET /searches/{id}",
            "DELETE /searches/{id}",
            "POST /searches/{id}/cancel",
            "GET /searches/{id}/trials",
            "GET /searches/{id}/trials/{number}/request",
            "GET /searches/{id}/heatmap",
            "GET /searches/{id}/equity",
            "GET /searches/{id}/events",
            "GET /factors",
            "POST /factors/analyze",
            "GET /factors/analyses",
            "GET /factors/analyses/{id}",
            "DELETE /factors/analyses/{id}",
            "GET /factors/analyses/{id}/ic",
            "GET /factors/analyses/{id}/quantiles",
            "GET /factors/analyses/{id}/turnover",
            "GET /factors/analyses/{id}/returns",
            "GET /factors/analyses/{id}/sectors",
            "GET /factors/analyses/{id}/decay",
            "GET /factors/analyses/{id}/correlation",
            "GET /factors/expressions",
            "POST /factors/expressions",
            "GET /factors/expressions/{id}",
            "DELETE /factors/expressions/{id}",
            "GET /factors/operators",
            "GET /factors/{id}",
            "POST /factors/{id}/scores",
            "GET /factors/{id}/scores",
            "GET /factors/{id}/score-sets",
            "GET /factors/{id}/score-sets/{scores_id}",
            "DELETE /factors/{id}/score-sets/{scores_id}",
            "GET /data/markets",
            "GET /data/instruments",
            "GET /data/ohlcv/{ticker}",
            "GET /data/latest",
            "GET /data/snapshots",
            "GET /data/diff",
            "GET /data/export",
            "GET /data/fundamentals/{ticker}",
            "GET /data/markets/{market}/calendar",
            "GET /data/markets/{market}/rules",
            "GET /data/indexes",
            "GET /data/indexes/{market}/{index}",
            "POST /data/import",
            "GET /data/imports",
            "GET /data/imports/{id}",
            "POST /data/check",
            "GET /data/checks",
            "GET /data/checks/{id}",
            "GET /data/checks/{id}/findings",
            "POST /data/update",
            "GET /data/updates",
            "GET /data/updates/{id}",
            "GET /data/updates/{id}/chunks",
            "GET /data/status",
            "GET /data/gaps",
            "POST /data/schedules",
            "GET /data/schedules",
            "DELETE /data/schedules/{id}",
            "POST /data/schedules/{id}/run",
            "GET /data/streams",
            "GET /plugins",
            "GET /plugins/{kind}/{id}",
            "POST /plugins/{kind}/{id}/verify",
            "GET /jobs",
            "GET /jobs/{id}",
            "POST /jobs/{id}/cancel",
            "GET /audit",
            "POST /auth/aws-login",
            "POST /auth/login",
            "POST /auth/refresh",
            "GET /auth/jwks",
            "GET /auth/api-keys",
            "POST /auth/api-keys",
            "DELETE /auth/api-keys/{id}",
            "POST /auth/logout",
            "GET /auth/status",
            "POST /auth/setup",
            "POST /auth/ws-ticket",
            "GET /auth/account",
            "POST /auth/password",
            "GET /admin/users",
            "POST /admin/users",
            "POST /admin/users/{username}/deactivate",
            "POST /admin/users/{username}/activate",
            "PUT /admin/users/{username}/role",
            "POST /admin/users/{username}/reset",
            "POST /audit/verify",
            "POST /backtest/{id}/share",
            "POST /strategies/{id}/share",
            "GET /shares",
            "GET /shares/received",
            "DELETE /shares/{share_id}",
            "GET /shared/{token}",
            "GET /admin/secrets",
            "PUT /admin/secrets/{name}",
            "DELETE /admin/secrets/{name}");

    private static final String BINARY = "application/vnd.apache.parquet";

    private static TestServer server;
    private static JsonNode api;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
        api = json(server.get("openapi.json"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Set<String> routes() {
        Set<String> listed = new TreeSet<>();
        api.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(
                        method -> listed.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return listed;
    }

    /** What each route needs is documented there, and tried on a whole server. */
    @Test
    void everyRouteHasARowInTheTableOfPermissions() throws Exception {
        try (Stream<String> lines = Files.lines(Path.of("../../docs/security.md"))) {
            assertThat(lines.filter(line -> line.matches("\\| `(GET|POST|PUT|DELETE) /.*"))
                            .map(line -> line.split("`")[1]))
                    .containsExactlyInAnyOrderElementsOf(routes());
        }
    }

    @Test
    void listsEveryRoute() {
        assertThat(routes()).containsExactlyInAnyOrderElementsOf(ROUTES);
        assertThat(api.path("openapi").asText()).startsWith("3.");
        assertThat(api.at("/servers/0/url").asText()).isEqualTo("/api/v1");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(api.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        api.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void isAValidDocument() {
        SwaggerParseResult read = new OpenAPIV3Parser().readContents(api.toString());
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSize(api.path("paths").size());
    }

    @Test
    void tellsWhichMembersAreAlwaysThereAndWhichMayBeNull() {
        assertThat(texts(api.at("/components/schemas/StoredStrategy/required")))
                .contains("id", "version", "parameters", "created_at")
                .doesNotContain("optimizer", "rebalance_frequency");
        assertThat(api.at("/components/schemas/StoredStrategy/properties/optimizer/nullable")
                        .asBoolean())
                .isTrue();
        assertThat(api.at("/components/schemas/StoredStrategy/properties/id/nullable")
                        .asBoolean())
                .isFalse();
        assertThat(texts(api.at("/components/schemas/BacktestRequest/required")))
                .containsExactlyInAnyOrder("start_date", "end_date");
        assertThat(texts(api.at("/components/schemas/NewUser/required"))).containsExactly("username");
        assertThat(texts(api.at("/components/schemas/FactorWeight/required"))).containsExactly("factor", "weight");
    }

    @Test
    void tellsThatRequestsHaveNoOtherMembers() {
        for (String request : new String[] {"BacktestRequest", "FactorWeight", "StrategyDefinition", "NewUser"}) {
            JsonNode others = api.at("/components/schemas/" + request + "/additionalProperties");
            assertThat(others.isBoolean() && !others.asBoolean()).as(request).isTrue();
        }
        assertThat(api.at("/components/schemas/StoredStrategy/additionalProperties")
                        .isMissingNode())
                .as("answers may have more some day")
                .isTrue();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    @Test
    void listsParametersThatRoutesShare() {
        JsonNode list = api.at("/paths/~1data~1instruments/get");
        assertThat(list.path("parameters").findValuesAsText("name"))
                .containsExactlyInAnyOrder("market", "sector", "search", "page", "limit", "fields");
        assertThat(list.path("parameters").findValuesAsText("in")).containsOnly("query");
        assertThat(api.at("/paths/~1data~1ohlcv~1{ticker}/get/parameters").toString())
                .contains("\"required\":true", "\"enum\":[\"none\",\"split\",\"all\"]", "\"default\":\"1d\"");
        api.path("paths")
                .forEach(path -> assertThat(path.path("get").has("requestBody")).isFalse());
        assertThat(api.at("/components/schemas/Paging").isMissingNode()).isTrue();
    }

    @Test
    void tellsThatAFileOfResultsIsAList() {
        JsonNode json = api.at("/paths/~1backtest~1{id}~1results/get/responses/200/content/application~1json/schema");
        assertThat(json.findValuesAsText("$ref"))
                .containsExactly("#/components/schemas/Results", "#/components/schemas/ResultRows");
        assertThat(api.at("/components/schemas/ResultRows/type").asText()).isEqualTo("array");
    }

    @Test
    void keepsRecordsOfTheSameNameApart() {
        assertThat(api.at("/components/schemas/DecayTableRow/properties").has("dates"))
                .isTrue();
        assertThat(api.at("/components/schemas/SectorTableRow/properties").has("sector"))
                .isTrue();
        assertThat(api.at("/components/schemas/Drawdown/properties").has("recovery_days"))
                .isTrue();
    }

    @Test
    void leavesOpenWhatMayBeOfAnyType() {
        JsonNode parameters = api.at("/components/schemas/StoredStrategy/properties/parameters");
        assertThat(parameters.path("type").asText()).isEqualTo("object");
        assertThat(parameters.path("additionalProperties").isObject()).isTrue();
        assertThat(parameters.path("additionalProperties").has("type")).isFalse();
        assertThat(api.at("/components/schemas/PluginParameter/properties/default")
                        .has("type"))
                .isFalse();
    }

    /** Of a route that is new: state bodies in Examples, and add what a server answered to answers.json. */
    @Test
    void everyRouteShowsWhatToSendAndWhatComesBack() {
        List<String> lacking = new ArrayList<>();
        api.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    String id = operation.path("operationId").asText();
                    JsonNode body = operation.at("/requestBody/content/application~1json");
                    if (!body.isMissingNode() && body.path("examples").isEmpty()) {
                        lacking.add(id + " request");
                    }
                    operation.path("responses").properties().stream()
                            .filter(answer -> answer.getKey().startsWith("2"))
                            .flatMap(answer -> answer.getValue().path("content").properties().stream())
                            .filter(content -> !content.getKey().equals(BINARY))
                            .filter(content -> !content.getValue().has("example"))
                            .forEach(content -> lacking.add(id + " " + content.getKey()));
                }));
        assertThat(lacking).isEmpty();
    }

    @Test
    void showsAnswersThatAServerGave() {
        assertThat(api.at("/paths/~1strategies~1{id}/get/responses/200/content/application~1json/example/id")
                        .asText())
                .isEqualTo("momentum_value");
        assertThat(api.at("/paths/~1backtest/post/responses/202/content/application~1json/example/status")
                        .asText())
                .isEqualTo("queued");
    }

    @Test
    void asksForASessionWhereARouteNeedsOne() {
        assertThat(api.at("/paths/~1strategies/get/security").size()).isEqualTo(2);
        assertThat(api.at("/paths/~1health/get/security").size()).isZero();
        assertThat(api.at("/paths/~1auth~1login/post/security").size()).isZero();
    }

    @Test
    void namesMembersAsDocumentsDo() {
        JsonNode request = api.at("/components/schemas/BacktestRequest/properties");
        assertThat(request.fieldNames())
                .toIterable()
                .contains("strategy_id", "start_date", "initial_capital", "universe", "benchmark");
        assertThat(request.at("/start_date/format").asText()).isEqualTo("date");
        assertThat(api.at("/components/schemas/Backtest/required").toString())
                .contains("progress", "initial_capital")
                .doesNotContain("summary");
        JsonNode list = api.at("/paths/~1strategies/get/responses/200/content/application~1json/schema/properties");
        assertThat(list.fieldNames()).toIterable().containsExactly("strategies", "page", "limit", "total", "has_more");
        assertThat(api.findValuesAsText("enum")).isNotNull();
        assertThat(api.at("/components/schemas/ExecutionSpec/properties/price/enum")
                        .toString())
                .contains("next_open");
    }

    @Test
    void carriesExamplesAndProblems() {
        assertThat(api.at("/paths/~1backtest/post/requestBody/content/application~1json/examples/long/value")
                        .toString())
                .contains("initial_capital");
        assertThat(api.at("/paths/~1backtest/post/responses").fieldNames())
                .toIterable()
                .contains("202", "400", "401", "403", "413", "415", "422", "429", "503")
                .doesNotContain("default", "200", "500");
        assertThat(api.at("/components/responses/Problem400/content/application~1problem+json/schema/$ref")
                        .asText())
                .endsWith("/Problem");
        assertThat(api.at("/paths/~1data~1import/post/requestBody/content").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("multipart/form-data", "application/json");
    }
}
