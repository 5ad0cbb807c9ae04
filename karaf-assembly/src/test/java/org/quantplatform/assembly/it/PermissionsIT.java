package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Every route, asked by everybody, answers as docs/security.md says. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PermissionsIT {

    private static final String RUN =
            """
            {"strategy": {"factors": [{"factor": "momentum", "weight": 1}]},
             "universe": {"market": "US"}, "start_date": "2020-01-02", "end_date": "2020-06-30"}""";
    private static final String STRATEGY =
            "{\"name\": \"Mine\", \"factors\": [{\"factor\": \"momentum\", \"weight\": 1}]}";

    private static final String ANALYSIS =
            """
            {"factors": [{"factor": "momentum"}], "universe": {"market": "US"}, "horizons": [1, 5],
             "start_date": "2020-01-02", "end_date": "2020-06-30"}""";
    private static final String SEARCH =
            """
            {"backtest": %s, "space": {"parameters.top": [5, 10]}, "objective": "sharpe_ratio", "kind": "grid"}"""
                    .formatted(RUN);
    private static final String API_KEY = "{\"name\": \"nightly\", \"scopes\": [\"data_read\"]}";
    private static final String EXPRESSION = "{\"name\": \"mine\", \"expression\": \"$close\"}";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static SimpleServer simple;
    private static RouteTable table;
    private static JsonNode api;
    private static Person nobody;
    private static List<Person> strangers;
    private static Person owner;
    private static String strategy;
    private static String run;
    private static String search;
    private static String analysis;
    private static String expression;
    private static String share;
    private static String apiKey;

    private record Person(String name, String role, String token) {}

    @BeforeAll
    static void start() throws Exception {
        simple = SimpleServer.start(folder);
        table = RouteTable.read(Path.of("../docs/security.md"));
        api = simple.get("", "/api/v1/openapi.json");
        Person root = new Person("root", "admin", simple.login("root"));
        simple.addUser(root.token(), "victor", "viewer");
        simple.addUser(root.token(), "uma", "user");
        simple.addUser(root.token(), "otto", "user");
        simple.addUser(root.token(), "anna", "analyst");
        simple.addUser(root.token(), "spare", "viewer");
        nobody = new Person("nobody", "", "");
        owner = person("uma", "user");
        strangers = List.of(person("victor", "viewer"), person("otto", "user"), person("anna", "analyst"), root);
        strategy = made("/api/v1/strategies", STRATEGY, 201, "id");
        run = made("/api/v1/backtest", RUN, 202, "backtest_id");
        analysis = made("/api/v1/factors/analyze", ANALYSIS, 202, "analysis_id");
        expression = made("/api/v1/factors/expressions", EXPRESSION, 201, "id");
        apiKey = made("/api/v1/auth/api-keys", API_KEY, 201, "/key/id");
        search = made("/api/v1/searches", SEARCH, 202, "search_id");
        awaitCompleted("/api/v1/backtest/" + run);
        share = made("/api/v1/backtest/" + run + "/share", "{\"expires_in_days\": 1}", 201, "share_id");
        awaitCompleted("/api/v1/searches/" + search);
        awaitCompleted("/api/v1/factors/analyses/" + analysis);
    }

    @AfterAll
    static void stop() throws Exception {
        simple.launched().stop();
    }

    private static Person person(String name, String role) throws Exception {
        return new Person(name, role, simple.login(name));
    }

    private static void awaitCompleted(String path) throws Exception {
        Deadline.await(
                path + " is completed",
                Duration.ofSeconds(120),
                () -> simple.get(owner.token(), path).path("status").asText().equals("completed"));
    }

    private static String made(String path, String body, int status, String id) throws Exception {
        var answer = simple.call(owner.token(), "POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Documents.parse(answer.body())
                .at(id.startsWith("/") ? id : "/" + id)
                .asText();
    }

    @Test
    void theTableHasARowForEveryRoute() {
        Set<String> routes = new TreeSet<>();
        api.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(table.rows().stream().map(row -> row.method() + " " + row.path()))
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    /** What removes things comes last. */
    @TestFactory
    @Order(Integer.MAX_VALUE)
    Stream<DynamicTest> everyRouteAnswersAsTheTableSays() {
        return table.rows().stream()
                .sorted(Comparator.comparing(PermissionsIT::turn))
                .map(row -> DynamicTest.dynamicTest(row.method() + " " + row.path(), () -> walk(row)));
    }

    /** A run takes its shares with it, so that they are removed before. */
    private static int turn(RouteTable.Row row) {
        if (!row.method().equals("DELETE")) {
            return 0;
        }
        return row.path().startsWith("/shares/") ? 1 : 2;
    }

    private static void walk(RouteTable.Row row) throws Exception {
        if (row.open()) {
            walkOpen(row);
            return;
        }
        assertThat(ask(nobody, row)).as("nobody").isEqualTo(401);
        for (Person person : strangers) {
            int status = ask(person, row);
            if (!table.allows(person.role(), row)) {
                assertThat(status).as(person.name()).isEqualTo(403);
            } else if (row.own()) {
                assertThat(status).as(person.name()).isEqualTo(404);
            } else {
                assertThat(status).as(person.name()).isNotIn(401, 403).isLessThan(500);
            }
        }
        int status = ask(owner, row);
        if (!table.allows(owner.role(), row)) {
            assertThat(status).as("owner").isEqualTo(403);
            return;
        }
        assertThat(status).as("owner").isNotIn(401, 403).isLessThan(500);
        if (row.own()) {
            assertThat(status).as("owner").isNotEqualTo(404);
        }
    }

    /** Everybody is answered alike; an empty object keeps login and set-up from doing anything. */
    private static void walkOpen(RouteTable.Row row) throws Exception {
        String body = row.method().equals("GET") ? "" : "{}";
        String path = "/api/v1" + path(row.path());
        Set<Integer> statuses = new TreeSet<>();
        statuses.add(simple.status("", row.method(), path, body));
        if (!row.path().equals("/auth/logout")) {
            for (Person person : strangers) {
                statuses.add(simple.status(person.token(), row.method(), path, body));
            }
        }
        assertThat(statuses).hasSize(1).doesNotContain(401, 403);
        assertThat(statuses.iterator().next()).isLessThan(500);
    }

    private static int ask(Person person, RouteTable.Row row) throws Exception {
        return simple.status(person.token(), row.method(), "/api/v1" + path(row.path()), body(row));
    }

    private static String path(String template) {
        Map<String, String> values = Map.ofEntries(
                Map.entry("{name}", "feed-key"),
                Map.entry("{id}", id(template)),
                Map.entry("{kind}", "factor"),
                Map.entry("{username}", "spare"),
                Map.entry("{ticker}", "AAPL"),
                Map.entry("{market}", "US"),
                Map.entry("{index}", "SP500"),
                Map.entry("{scores_id}", "none"),
                Map.entry("{number}", "1"),
                Map.entry("{share_id}", share),
                Map.entry("{token}", "none"));
        String path = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace(value.getKey(), value.getValue());
        }
        return path;
    }

    private static String id(String template) {
        return Map.of(
                        "strategies", strategy,
                        "searches", search,
                        "analyses", analysis,
                        "expressions", expression,
                        "api-keys", apiKey,
                        "factors", "momentum")
                .entrySet()
                .stream()
                .filter(entry -> template.contains(entry.getKey() + "/{id}"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(template.startsWith("/plugins") ? "momentum" : run);
    }

    /** The first example that the documentation of the route gives. */
    private static String body(RouteTable.Row row) {
        JsonNode content = api.path("paths")
                .path(row.path())
                .path(row.method().toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path("content")
                .path("application/json");
        if (content.isMissingNode()) {
            return "";
        }
        JsonNode examples = content.path("examples");
        return examples.elements().hasNext()
                ? examples.elements().next().path("value").toString()
                : "{}";
    }

    @Test
    void everybodySeesOnlyTheOwnThings() throws Exception {
        for (Person person : strangers) {
            for (String list : List.of("strategies", "backtest", "jobs")) {
                String ids = simple.call(person.token(), "GET", "/api/v1/" + list, "")
                        .body();
                assertThat(ids)
                        .as("%s of %s", list, person.name())
                        .doesNotContain(strategy + "\"")
                        .doesNotContain(run);
            }
        }
        assertThat(simple.call(owner.token(), "GET", "/api/v1/jobs", "").body()).contains(run);
    }

    @Test
    void whatIsSharedIsReadByThoseItIsSharedWithAndNoOther() throws Exception {
        Person otto = strangers.get(1);
        String shared = made("/api/v1/backtest/" + run + "/share", "{\"username\": \"otto\"}", 201, "share_id");
        String path = "/api/v1/backtest/" + run;
        assertThat(simple.get(otto.token(), path + "/metrics").isEmpty()).isFalse();
        assertThat(simple.status(otto.token(), "GET", path + "/drawdowns", "")).isEqualTo(200);
        assertThat(simple.get(otto.token(), "/api/v1/shares/received").toString())
                .contains(run);
        for (String action : List.of("/cancel", "/reproduce", "/share")) {
            assertThat(simple.status(otto.token(), "POST", path + action, "{}"))
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(simple.status(otto.token(), "DELETE", path, "")).isEqualTo(404);
        assertThat(simple.status(strangers.get(0).token(), "GET", path, "")).isEqualTo(404);

        assertThat(simple.status(owner.token(), "DELETE", "/api/v1/shares/" + shared, ""))
                .isEqualTo(204);
        assertThat(simple.status(otto.token(), "GET", path, "")).isEqualTo(404);
    }

    @Test
    void aLinkShowsResultsOfOneRunUntilItIsTakenBack() throws Exception {
        JsonNode link = Documents.parse(simple.call(owner.token(), "POST", "/api/v1/backtest/" + run + "/share", "{}")
                .body());
        String path = link.get("path").asText();
        JsonNode results = simple.get("", path);
        assertThat(results.at("/summary/num_trades").asLong()).isPositive();
        assertThat(results.has("manifest") || results.has("trades") || results.has("strategy_id"))
                .isFalse();
        assertThat(simple.get(owner.token(), "/api/v1/shares").toString())
                .doesNotContain(path.substring(path.lastIndexOf('/') + 1));
        assertThat(simple.status("", "GET", path + "/trades", "")).isEqualTo(404);

        String id = link.get("share_id").asText();
        assertThat(simple.status(owner.token(), "DELETE", "/api/v1/shares/" + id, ""))
                .isEqualTo(204);
        assertThat(simple.status("", "GET", path, "")).isEqualTo(404);
    }

    @Test
    void eventsOfARunAreForItsOwnerAlone() throws Exception {
        assertThat(firstMessage(owner.token())).contains("\"type\"").doesNotContain("\"error\"");
        for (Person person : strangers) {
            assertThat(firstMessage(person.token())).as(person.name()).contains("not_found");
        }
        assertThatThrownBy(() -> firstMessage(""))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(e -> assertThat(((WebSocketHandshakeException) e.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(401));
    }

    private static String firstMessage(String token) throws Exception {
        CompletableFuture<String> message = new CompletableFuture<>();
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (!token.isEmpty()) {
            builder.header("X-Session-Token", token);
        }
        WebSocket socket = builder.buildAsync(
                        simple.server().webSocket("/ws/backtest?id=" + run), new WebSocket.Listener() {

                            @Override
                            public @Nullable CompletionStage<?> onText(
                                    WebSocket from, CharSequence text, boolean last) {
                                message.complete(text.toString());
                                return null;
                            }
                        })
                .get(30, TimeUnit.SECONDS);
        try {
            return message.get(30, TimeUnit.SECONDS);
        } finally {
            socket.abort();
        }
    }

    @Test
    void whatIsRefusedIsInTheAuditLog() throws Exception {
        Person viewer = strangers.get(0);
        assertThat(simple.status(viewer.token(), "POST", "/api/v1/strategies", STRATEGY))
                .isEqualTo(403);

        String root = strangers.get(strangers.size() - 1).token();
        JsonNode records = simple.get(root, "/api/v1/audit?username=victor&action=strategy.create")
                .path("records");
        assertThat(records.get(0).path("status").asText()).isEqualTo("denied");
        assertThat(records.findValuesAsText("address").stream().collect(Collectors.toSet()))
                .containsExactly("127.0.0.1");
    }
}
