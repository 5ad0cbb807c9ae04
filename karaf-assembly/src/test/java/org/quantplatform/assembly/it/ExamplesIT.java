package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of plug-ins, built by nothing of this project, come to a running server, are used and go again. */
class ExamplesIT {

    private static final Duration ARRIVAL = Duration.ofSeconds(60);
    private static final String KEY = "an example key of more than 32 characters".replace(' ', '-');
    private static final String STRATEGIES = "/api/v1/strategies";

    @TempDir
    static Path folder;

    private static QuantServer server;
    private static ExampleBuild build;

    @BeforeAll
    static void start() throws Exception {
        server = SharedServer.get();
        build = new ExampleBuild(folder);
    }

    @Test
    void aFactorIsUsedInARun() throws Exception {
        Path jar = build.jar("factor-reversal");
        Documents.importDemo(server);
        server.deploy(jar);
        awaitStatus("reversal", "active");
        String id = Documents.submit(
                server,
                """
                {"strategy": {"factors": [{"factor": "reversal", "weight": 1}], "parameters": {"top": 10}},
                 "universe": {"market": "US"}, "start_date": "2020-01-02", "end_date": "2024-12-30",
                 "initial_capital": 1000000}""");
        JsonNode run = Documents.completedBacktest(server, id);
        assertThat(run.at("/manifest/plugins").findValuesAsText("symbolic_name"))
                .contains("org.example.reversal");
        server.undeploy(jar);
        awaitStatus("reversal", "absent");
    }

    @Test
    void aSourceBringsBars() throws Exception {
        Path jar = build.jar("source-web-table");
        Path settings = server.home().resolve("etc/org.example.webtable.cfg");
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] table = "EX1,2020-03-02,10,11,9,10.5,1000\nEX1,2020-03-03,10,11,9,10.6,1000\nEX1,yesterday,1,1,1,1,1\n"
                .getBytes(StandardCharsets.US_ASCII);
        web.createContext("/bars.csv", exchange -> {
            exchange.sendResponseHeaders(200, table.length);
            exchange.getResponseBody().write(table);
            exchange.close();
        });
        web.start();
        try {
            String address = "http://127.0.0.1:" + web.getAddress().getPort() + "/bars.csv";
            Files.writeString(settings, "address = " + address + "\nmarket = VN\n");
            server.deploy(jar);
            awaitStatus("web-table", "active");
            AtomicReference<JsonNode> report = new AtomicReference<>();
            // its settings may come in after the source itself
            Deadline.await("the table is read", ARRIVAL, () -> {
                report.set(imported());
                return report.get().get("status").asText().equals("completed");
            });
            assertThat(report.get().get("stored").asLong())
                    .as(report.toString())
                    .isEqualTo(2);
            assertThat(report.get().get("refused").asLong()).isEqualTo(1);
        } finally {
            web.stop(0);
            server.undeploy(jar);
            Files.deleteIfExists(settings);
        }
        awaitStatus("web-table", "absent");
    }

    private static JsonNode imported() throws Exception {
        HttpResponse<String> accepted = server.post("/api/v1/data/import", "{\"source\": \"web-table\"}");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String id = Documents.parse(accepted.body()).get("import_id").asText();
        return Documents.ended(server, "/api/v1/data/imports/" + id);
    }

    @Test
    void anAuthModeLetsItsKeyInAsAViewer() throws Exception {
        Path jar = build.jar("auth-static-key");
        Path settings = server.home().resolve("etc/org.example.statickey.cfg");
        Path security = server.home().resolve("etc/org.quantplatform.security.cfg");
        String before = Files.readString(security);
        Files.writeString(settings, "key = " + KEY + "\nusername = robot\nrole = viewer\n");
        server.deploy(jar);
        Files.writeString(security, before.replaceAll("(?m)^modes =.*$", "modes = static-key"));
        try {
            server.awaitStatus(STRATEGIES, 401, ARRIVAL);
            Deadline.await(
                    "the key lets in",
                    ARRIVAL,
                    () -> with(KEY, "GET", STRATEGIES).statusCode() == 200);
            assertThat(with(KEY + "x", "GET", STRATEGIES).statusCode()).isEqualTo(401);
            JsonNode status =
                    Documents.parse(with(KEY, "GET", "/api/v1/auth/status").body());
            assertThat(status.get("mode").asText() + " "
                            + status.get("username").asText())
                    .isEqualTo("static-key robot");
            assertThat(status.get("roles").toString()).isEqualTo("[\"viewer\"]");
            HttpResponse<String> refused = with(KEY, "POST", STRATEGIES);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
            assertThat(refused.body()).contains("strategy_write");
            assertThat(with(KEY, "GET", "/api/v1/admin/users").statusCode()).isEqualTo(403);

            server.undeploy(jar);
            Deadline.await(
                    "the mode is gone",
                    ARRIVAL,
                    () -> with(KEY, "GET", STRATEGIES).statusCode() != 200);
        } finally {
            server.undeploy(jar);
            Files.deleteIfExists(settings);
            Files.writeString(security, before);
            server.awaitStatus(STRATEGIES, 200, ARRIVAL);
        }
        assertThat(Documents.get(server, "/api/v1/audit?action=strategy.create&username=robot")
                        .findValuesAsText("status"))
                .contains("denied");
    }

    private static HttpResponse<String> with(String key, String method, String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
        boolean reads = method.equals("GET");
        return server.send(request.method(
                        method,
                        reads
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{\"name\": \"x\"}"))
                .build());
    }

    private static void awaitStatus(String plugin, String status) throws Exception {
        Deadline.await(plugin + " is " + status, ARRIVAL, () -> statusOf(plugin).equals(status));
    }

    private static String statusOf(String id) throws Exception {
        for (JsonNode plugin :
                Documents.get(server, "/api/v1/plugins?limit=200").get("plugins")) {
            if (plugin.get("id").asText().equals(id)) {
                return plugin.get("status").asText();
            }
        }
        return "absent";
    }
}
