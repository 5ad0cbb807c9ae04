package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthRoutesTest {

    private static final String RIGHT = "{\"username\": \"ann\", \"password\": \"right\"}";

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void givesTheTokenInTheAnswerAndInACookie() throws Exception {
        HttpResponse<String> answer = server.post("auth/login", RIGHT);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode login = json(answer);
        assertThat(login.fieldNames()).toIterable().containsExactly("session_token", "expires_at", "user");
        assertThat(login.path("session_token").asText()).isEqualTo(MemoryAccounts.TOKEN);
        assertThat(login.at("/user/role").asText()).isEqualTo("admin");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("quant_session=" + MemoryAccounts.TOKEN + "; Max-Age=")
                .endsWith("; Path=/; HttpOnly; SameSite=Strict");
    }

    @Test
    void takesTheTokenFromHeaderOrCookieAndTheHeaderCountsMore() throws Exception {
        server.post("auth/login", RIGHT);

        assertThat(authenticated(Map.of("X-Session-Token", MemoryAccounts.TOKEN)))
                .isTrue();
        assertThat(authenticated(Map.of("Cookie", "a=b; quant_session=" + MemoryAccounts.TOKEN)))
                .isTrue();
        assertThat(authenticated(Map.of("Cookie", "quant_session=" + MemoryAccounts.TOKEN, "X-Session-Token", "other")))
                .isFalse();
        assertThat(authenticated(Map.of())).isFalse();
    }

    @Test
    void exchangesRefreshTokensAndShowsPublicKeys() throws Exception {
        HttpResponse<String> answer = server.post("auth/refresh", "{\"refresh_token\": \"right\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).fieldNames())
                .toIterable()
                .containsExactly("access_token", "refresh_token", "token_type", "expires_in", "expires_at", "user");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(json(server.get("auth/jwks")).toString()).isEqualTo("{\"keys\":[{\"kid\":\"k1\",\"kty\":\"OKP\"}]}");
        HttpResponse<String> wellKnown =
                server.send(server.to("/.well-known/jwks.json").GET());
        assertThat(json(wellKnown)).isEqualTo(json(server.get("auth/jwks")));
        assertThat(wellKnown.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void logsOut() throws Exception {
        server.post("auth/login", RIGHT);
        HttpResponse<String> answer = server.send(server.api("auth/logout")
                .header("X-Session-Token", MemoryAccounts.TOKEN)
                .POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("quant_session=; Max-Age=0");
        assertThat(authenticated(Map.of("X-Session-Token", MemoryAccounts.TOKEN)))
                .isFalse();
    }

    @Test
    void tellsWhenToComeBackInWholeSecondsUp() throws Exception {
        HttpResponse<String> answer = server.post("auth/login", "{\"username\": \"locked\", \"password\": \"x\"}");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(json(answer).path("code").asText()).isEqualTo("quota_exceeded");
    }

    @Test
    void takesASignedRequestForALogin() throws Exception {
        HttpResponse<String> answer = server.post(
                "auth/aws-login",
                "{\"method\": \"POST\", \"url\": \"u\", \"body\": \"b\", \"headers\": {\"Authorization\":"
                        + " \"signed\"}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("quant_session=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "auth/login | {\"password\": \"right\"} | 400 | username",
                "auth/login | {\"username\": \" \", \"password\": \"right\"} | 400 | username",
                "auth/login | {\"username\": \"ann\"} | 400 | password",
                "auth/login | {\"username\": [\"ann\"], \"password\": \"right\"} | 400 | username",
                "auth/login | {\"username\": \"ann\", \"password\": {\"$ne\": 1}} | 400 | password",
                "auth/login | {\"username\": \"ann\", \"password\": \"right\", \"session_token\": \"f\"} | 400 |"
                        + " session_token",
                "auth/login | {\"username\": \"ann\", \"password\": \"wrong\"} | 401 | ",
                "auth/refresh | {\"refresh_token\": \"used\"} | 401 | ",
                "auth/refresh | {} | 400 | refresh_token",
                "auth/refresh | {\"refresh_token\": [\"right\"]} | 400 | refresh_token",
                "auth/aws-login | {} | 400 | method",
                "auth/aws-login | {\"method\": \"POST\", \"url\": \"u\", \"body\": \"b\"} | 400 | headers",
                "auth/aws-login | {\"method\": \"POST\", \"url\": \"u\", \"body\": \"b\", \"headers\": {\"a\": null}}"
                        + " | 400 | headers",
                "auth/aws-login | {\"method\": \"POST\", \"url\": \"u\", \"body\": \"b\", \"headers\": {}} | 401 | ",
                "auth/api-keys | {\"name\": \"x\", \"scopes\": [\"root\"]} | 400 | scopes[0]",
                "auth/api-keys | {\"name\": \"x\", \"scopes\": \"data_read\"} | 400 | scopes",
                "auth/api-keys | {\"name\": \"x\"} | 400 | scopes",
                "auth/setup | {\"token\": \"x\", \"username\": \"a\", \"password\": \"b\"} | 409 | ",
                "auth/password | {\"current_password\": \"wrong\", \"new_password\": \"b\"} | 400 | current_password",
                "admin/users | {\"username\": \"bob\", \"role\": \"king\"} | 400 | role",
                "admin/users | {\"username\": \"bob\", \"is_admin\": true} | 400 | is_admin",
                "admin/users/nobody/reset | {} | 404 | ",
            })
    void refuses(String route, String body, int status, String field) throws Exception {
        HttpResponse<String> answer = server.post(route, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (field != null) {
            assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
        }
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void managesApiKeys() throws Exception {
        HttpResponse<String> made = server.post(
                "auth/api-keys", "{\"name\": \"nightly\", \"scopes\": [\"data_read\"], \"expires_in_days\": 1}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).path("token").asText()).isEqualTo("qk_secret");
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");

        assertThat(json(server.get("auth/api-keys")).at("/keys/0/scopes/0").asText())
                .isEqualTo("data_read");
        assertThat(server.send(server.api("auth/api-keys/key_1").DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(server.send(server.api("auth/api-keys/key_1").DELETE()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void managesUsers() throws Exception {
        HttpResponse<String> made = server.post("admin/users", "{\"username\": \"bob\", \"role\": \"analyst\"}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).path("temporary_password").asText()).isEqualTo("made");
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");

        assertThat(json(server.get("admin/users")).at("/users/1/username").asText())
                .isEqualTo("bob");
        HttpResponse<String> role = server.send(server.api("admin/users/bob/role")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"role\": \"viewer\"}")));
        assertThat(json(role).path("role").asText()).isEqualTo("viewer");
        assertThat(json(post("admin/users/bob/deactivate")).path("active").asBoolean())
                .isFalse();
        assertThat(json(post("admin/users/bob/activate")).path("active").asBoolean())
                .isTrue();
    }

    private static HttpResponse<String> post(String route) throws Exception {
        return server.send(server.api(route).POST(BodyPublishers.noBody()));
    }

    private static boolean authenticated(Map<String, String> headers) throws Exception {
        var request = server.api("auth/status");
        headers.forEach(request::header);
        return json(server.send(request)).path("authenticated").asBoolean();
    }
}
