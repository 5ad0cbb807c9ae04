package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Access and refresh tokens and API keys on the built distribution, and forged ones. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JwtModeIT {

    private static final String STRATEGIES = "/api/v1/strategies";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static SimpleServer simple;
    private static JsonNode root;

    @BeforeAll
    static void start() throws Exception {
        simple = SimpleServer.start(folder);
        simple.changeModes("jwt");
        root = login("root");
    }

    @AfterAll
    static void stop() throws Exception {
        simple.launched().stop();
    }

    private static HttpResponse<String> send(String token, String method, String path, String json) throws Exception {
        HttpRequest.Builder request = simple.request("", method, path, json);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return simple.server().send(request.build());
    }

    private static int status(String token) throws Exception {
        return send(token, "GET", STRATEGIES, "").statusCode();
    }

    /** A mode that was just put in place, or has new settings, is away for a moment. */
    private static JsonNode login(String username) throws Exception {
        AtomicReference<JsonNode> login = new AtomicReference<>();
        Deadline.await("mode jwt lets " + username + " in", Duration.ofSeconds(60), () -> {
            HttpResponse<String> answer =
                    send("", "POST", "/api/v1/auth/login", SimpleServer.login(username, SimpleServer.PASSWORD));
            if (answer.statusCode() == 200) {
                login.set(Documents.parse(answer.body()));
            }
            return answer.statusCode() == 200 && login.get().has("access_token");
        });
        return login.get();
    }

    private static JsonNode newUser(String username, String role) throws Exception {
        String body = "{\"username\": \"%s\", \"role\": \"%s\", \"password\": \"%s\"}";
        HttpResponse<String> made = send(
                access(root), "POST", "/api/v1/admin/users", body.formatted(username, role, SimpleServer.PASSWORD));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return login(username);
    }

    private static HttpResponse<String> refresh(JsonNode login) throws Exception {
        String token = login.path("refresh_token").asText();
        return send("", "POST", "/api/v1/auth/refresh", "{\"refresh_token\": \"%s\"}".formatted(token));
    }

    private static String access(JsonNode login) {
        return login.path("access_token").asText();
    }

    private static JsonNode keys() throws Exception {
        return Documents.parse(send("", "GET", "/api/v1/auth/jwks", "").body()).path("keys");
    }

    @Test
    void refreshesOnceAndEndsTheSessionTheSecondTime() throws Exception {
        JsonNode first = newUser("rita", "user");
        assertThat(first.path("expires_in").asInt()).isBetween(3590, 3600);
        JsonNode second = Documents.parse(refresh(first).body());
        assertThat(status(access(first))).isEqualTo(200);
        assertThat(status(access(second))).isEqualTo(200);

        assertThat(refresh(first).statusCode()).isEqualTo(401);

        assertThat(refresh(second).statusCode()).isEqualTo(401);
        assertThat(status(access(second))).isEqualTo(401);
        assertThat(send(access(root), "GET", "/api/v1/audit?action=token.reuse", "")
                        .body())
                .contains("rita");
    }

    @Test
    void tokensEndWithTheSessionTheRoleAndTheUser() throws Exception {
        JsonNode login = newUser("lena", "analyst");
        assertThat(send(access(login), "POST", "/api/v1/auth/logout", "").statusCode())
                .isEqualTo(204);
        assertThat(status(access(login))).isEqualTo(401);
        assertThat(refresh(login).statusCode()).isEqualTo(401);

        JsonNode again = login("lena");
        assertThat(send(access(again), "POST", "/api/v1/data/import", "{}").statusCode())
                .isNotIn(401, 403);
        send(access(root), "PUT", "/api/v1/admin/users/lena/role", "{\"role\": \"viewer\"}");
        assertThat(send(access(again), "POST", STRATEGIES, "{\"name\": \"x\"}").statusCode())
                .isEqualTo(403);
        send(access(root), "POST", "/api/v1/admin/users/lena/deactivate", "");
        assertThat(status(access(again))).isEqualTo(401);
        assertThat(refresh(again).statusCode()).isEqualTo(401);
    }

    @Test
    void forgedTokensLetNobodyIn() throws Exception {
        JwtForge forge = JwtForge.ofServer(simple.server().home());
        String token = access(root);
        String claims = JwtForge.claimsOf(token);
        long now = Instant.now().getEpochSecond();
        String dot = token.substring(0, token.lastIndexOf('.'));
        String mine = token.substring(token.lastIndexOf('.'));
        String jwk = keys().get(0).toString();
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("alg none", JwtForge.input(forge.header("none"), claims) + ".");
        forged.put("signature cut off", dot + ".");
        forged.put("wrong key", forge.withAnotherKey().signed(claims));
        forged.put("public key as secret", forge.withSecret(jwk.getBytes(StandardCharsets.UTF_8), claims));
        forged.put("unknown kid", forge.signed("{\"alg\":\"RS256\",\"kid\":\"../x\",\"typ\":\"at+jwt\"}", claims));
        forged.put("expired", forge.signed(claims.replaceAll("\"exp\":\\d+", "\"exp\":" + (now - 1))));
        forged.put("not yet valid", forge.signed(claims.replaceAll("\"nbf\":\\d+", "\"nbf\":" + (now + 600))));
        forged.put("other audience", forge.signed(claims.replaceAll("\"aud\":\"[^\"]*\"", "\"aud\":\"them\"")));
        forged.put("other issuer", forge.signed(claims.replaceAll("\"iss\":\"[^\"]*\"", "\"iss\":\"them\"")));
        forged.put("other user", forge.signed(claims.replace("\"root\"", "\"local\"")));
        forged.put(
                "other session",
                forge.signed(claims.replaceAll("\"sid\":\"[^\"]*\"", "\"sid\":\"" + "a".repeat(64) + "\"")));
        forged.put("changed payload", JwtForge.input(forge.header("RS256"), claims.replace("root", "boss")) + mine);
        forged.put("long", token + "A".repeat(5000));
        assertThat(status(forge.signed(claims)))
                .as("what the server itself would make")
                .isEqualTo(200);

        for (Map.Entry<String, String> one : forged.entrySet()) {
            assertThat(status(one.getValue())).as(one.getKey()).isEqualTo(401);
        }
        assertThat(status("A".repeat(100_000))).isIn(400, 401, 414, 431);
        assertThat(status(token)).isEqualTo(200);
    }

    @Test
    void apiKeysDoWhatTheirScopesSay() throws Exception {
        JsonNode owner = newUser("kim", "user");
        HttpResponse<String> made = send(
                access(owner),
                "POST",
                "/api/v1/auth/api-keys",
                "{\"name\": \"nightly\", \"scopes\": [\"strategy_read\"], \"expires_in_days\": 1}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String key = Documents.parse(made.body()).path("token").asText();

        assertThat(status(key)).isEqualTo(200);
        HttpResponse<String> refused = send(key, "GET", "/api/v1/jobs", "");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("which the API key does not have");
        assertThat(send(key, "GET", "/api/v1/auth/api-keys", "").statusCode()).isEqualTo(403);
        assertThat(send(key, "GET", "/api/v1/auth/account", "").statusCode()).isEqualTo(403);
        String id = Documents.parse(made.body()).at("/key/id").asText();
        assertThat(send(access(root), "DELETE", "/api/v1/auth/api-keys/" + id, "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(access(owner), "GET", "/api/v1/auth/api-keys", "").body())
                .contains(id)
                .doesNotContain(key);

        LaunchedServer quant = simple.launched();
        assertThat(quant.quantWith(List.of(), Map.of("QUANT_PLATFORM_TOKEN", key), "strategy", "list")
                        .exitCode())
                .isZero();
        assertThat(send(access(owner), "DELETE", "/api/v1/auth/api-keys/" + id, "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(status(key)).isEqualTo(401);
    }

    @Test
    void worksFromTheCommandLine() throws Exception {
        LaunchedServer quant = simple.launched();
        assertThat(quant.quantWith(List.of(), Map.of("QUANT_PLATFORM_TOKEN", access(root)), "auth", "status")
                        .output())
                .contains("jwt")
                .contains("root");
        assertThat(quant.quant("strategy", "list").output()).contains("log in first");
        assertThat(quant.quantWith(List.of(SimpleServer.PASSWORD), "auth", "login", "--username", "root")
                        .output())
                .contains("Welcome, root!");
        assertThat(quant.quant("strategy", "list").exitCode()).isZero();
        assertThat(quant.quant("auth", "status").output()).contains("root");
        assertThat(quant.quant("auth", "logout").exitCode()).isZero();
        assertThat(quant.quant("strategy", "list").output()).contains("log in first");
    }

    @Test
    void worksInTheWebConsole(@TempDir(cleanup = CleanupMode.NEVER) Path profile) throws Exception {
        Optional<Browser> started = Browser.start(profile);
        assumeTrue(started.isPresent(), "chromium and chromedriver are not installed");
        try (Browser browser = started.get()) {
            browser.driver().get(simple.server().uri("/console/plugins").toString());
            browser.shown("username").findElement(By.tagName("input")).sendKeys("root");
            browser.shown("password").findElement(By.tagName("input")).sendKeys(SimpleServer.PASSWORD);
            browser.click(By.id("log-in"));
            browser.shown("plugins");
            browser.click(By.id("log-out"));
            browser.shown("login");
        }
    }

    @Test
    void noTokenAndNoKeyIsWrittenAnywhere() throws Exception {
        Path home = simple.server().home();
        try (var files = Files.list(home.resolve("data/auth/jwt"))) {
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
        try (var files = Files.walk(home.resolve("data/log"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .doesNotContain(access(root))
                        .doesNotContain(root.path("refresh_token").asText())
                        .doesNotContain("\"d\":");
            }
        }
        assertThat(keys().toString()).doesNotContain("\"d\"").contains("RS256");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void keysTakeTurnsWhileTheServerRuns() throws Exception {
        String old = access(root);
        Path file = simple.server().home().resolve("etc/org.quantplatform.auth.jwt.cfg");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^algorithm =.*$", "algorithm = EdDSA"));
        Deadline.await("there is another key", Duration.ofSeconds(60), () -> {
            login("root");
            return keys().findValuesAsText("alg").equals(List.of("RS256", "EdDSA"));
        });

        assertThat(JwtForge.headerOf(access(login("root")))).contains("EdDSA");
        assertThat(status(access(login("root")))).isEqualTo(200);
        assertThat(status(old)).isEqualTo(200);
    }
}
