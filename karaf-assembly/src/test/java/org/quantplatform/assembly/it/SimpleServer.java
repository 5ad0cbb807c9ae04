package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server in auth mode simple with some users, and calls to it as one of them. */
final class SimpleServer {

    static final String PASSWORD = "nine blue kettles sing";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final LaunchedServer launched;

    private SimpleServer(LaunchedServer launched) {
        this.launched = launched;
    }

    /** Starts in mode local, is set up there, and changes over while it runs. */
    static SimpleServer start(Path folder) throws Exception {
        return start(folder, Map.of());
    }

    /** @param more variables of the server's environment */
    static SimpleServer start(Path folder, Map<String, String> more) throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Map<String, String> environment = new HashMap<>(more);
        environment.put("HOME", folder.resolve("home").toString());
        LaunchedServer launched = LaunchedServer.unpack(folder.resolve("quant"), environment);
        launched.start();
        SimpleServer server = new SimpleServer(launched);
        Documents.importDemo(launched.server());
        server.setup();
        server.changeModes("simple");
        server.server().awaitStatus("/api/v1/strategies", 401, Duration.ofSeconds(60));
        return server;
    }

    QuantServer server() {
        return launched.server();
    }

    LaunchedServer launched() {
        return launched;
    }

    void changeModes(String modes) throws Exception {
        Path file = server().home().resolve("etc/org.quantplatform.security.cfg");
        String before = Files.readString(file);
        String after = before.replaceAll("(?m)^modes =.*$", "modes = " + modes);
        if (!after.equals(before)) {
            Files.writeString(file, after);
        }
    }

    /** The token of a new session. */
    String login(String username) throws Exception {
        HttpResponse<String> answer = server().post("/api/v1/auth/login", login(username, PASSWORD));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Documents.parse(answer.body()).get("session_token").asText();
    }

    static String login(String username, String password) {
        return "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password);
    }

    void addUser(String admin, String username, String role) throws Exception {
        String body = "{\"username\": \"%s\", \"role\": \"%s\", \"password\": \"%s\"}";
        HttpResponse<String> answer =
                call(admin, "POST", "/api/v1/admin/users", body.formatted(username, role, PASSWORD));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** @param token empty for nobody */
    HttpResponse<String> call(String token, String method, String path, String json) throws Exception {
        return server().send(request(token, method, path, json).build());
    }

    /** As {@link #call}, without reading what may not end. */
    int status(String token, String method, String path, String json) throws Exception {
        HttpResponse<InputStream> answer =
                HTTP.send(request(token, method, path, json).build(), HttpResponse.BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    JsonNode get(String token, String path) throws Exception {
        HttpResponse<String> answer = call(token, "GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Documents.parse(answer.body());
    }

    HttpRequest.Builder request(String token, String method, String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server().uri(path)).timeout(Duration.ofSeconds(60));
        if (!token.isEmpty()) {
            request.header("X-Session-Token", token);
        }
        if (json.isEmpty()) {
            return request.method(method, HttpRequest.BodyPublishers.noBody());
        }
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
    }

    private void setup() throws Exception {
        LaunchedServer.Outcome outcome = launched.quantWith(
                List.of(PASSWORD, PASSWORD), "setup", "--username", "root", "--email", "root@example.org");
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("Admin account created: root");
    }
}
