package org.quantplatform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.SessionLogin;
import org.quantplatform.api.auth.TokenLogin;
import org.quantplatform.api.users.ApiKeys;
import org.quantplatform.api.users.IssuedApiKey;
import org.quantplatform.api.users.IssuedPassword;
import org.quantplatform.api.users.NewApiKey;
import org.quantplatform.api.users.NewUser;
import org.quantplatform.api.users.PasswordChange;
import org.quantplatform.api.users.Users;
import org.quantplatform.client.ScriptedServer.Reply;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;

class RemoteLoginsTest {

    private static final Credentials ANN =
            new Credentials(Map.of("username", "ann", "password", "nine blue kettles"), "console");
    private static final String USER = "{\"username\":\"ann\",\"email\":null,\"role\":\"analyst\",\"active\":true,"
            + "\"password_change_required\":false,\"last_login\":null,\"created_at\":\"2026-01-02T03:04:05Z\"}";

    @Test
    void logsIn() throws IOException {
        String answer = "{\"session_token\":\"t\",\"expires_at\":\"2026-01-09T03:04:05Z\",\"user\":" + USER + "}";
        try (ScriptedServer server = new ScriptedServer(Reply.json(200, answer))) {
            Login login = server.platform().logins().login(ANN);

            assertThat(login).isInstanceOfSatisfying(SessionLogin.class, session -> assertThat(session.sessionToken())
                    .isEqualTo("t"));
            assertThat(login.user().role()).isEqualTo(Role.ANALYST);
            assertThat(server.lines()).containsExactly("POST /api/v1/auth/login");
            assertThat(server.asked().get(0).body())
                    .isEqualTo("{\"username\":\"ann\",\"email\":null,\"password\":\"nine blue kettles\"}");
        }
    }

    @Test
    void knocksOnceAtADoorThatIsShut() throws IOException {
        Reply shut = Reply.problem(429, "{\"code\":\"quota_exceeded\",\"detail\":\"too many wrong passwords\"}")
                .with("Retry-After", "1");
        try (ScriptedServer server = new ScriptedServer(shut)) {
            assertThatThrownBy(() -> server.platform().logins().login(ANN))
                    .isInstanceOfSatisfying(
                            QuantException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED))
                    .hasMessage("too many wrong passwords");
            assertThat(server.lines()).hasSize(1);
        }
    }

    @Test
    void sendsPasswordsOnlyWhereNobodyCanReadThem() {
        HttpPlatform plain = HttpPlatform.of(ClientSettings.of("http://desk.example.org", Optional.empty()));

        assertThatThrownBy(() -> plain.logins().login(ANN)).hasMessageContaining("https only");
        assertThatThrownBy(() -> plain.session().account().changePassword(new PasswordChange("a", "b")))
                .hasMessageContaining("https only");
    }

    @Test
    void carriesTheTokenOfTheSession() throws IOException {
        String status = "{\"authenticated\":true,\"modes\":[\"simple\"],\"setup_required\":false,\"mode\":\"simple\","
                + "\"username\":\"ann\",\"roles\":[\"analyst\"],\"expires_at\":\"2026-01-09T03:04:05Z\"}";
        try (ScriptedServer server = new ScriptedServer(Reply.json(200, status))) {
            HttpPlatform platform = HttpPlatform.of(server.settings(Optional.of(ClientSettings.Token.session("t"))));

            assertThat(platform.logins().status(ANN).roles()).containsExactly(Role.ANALYST);
            assertThat(server.asked().get(0).header("X-session-token")).isEqualTo("t");
        }
    }

    @Test
    void exchangesRefreshTokensOnce() throws IOException {
        String answer = "{\"access_token\":\"a.b.c\",\"refresh_token\":\"next\",\"token_type\":\"Bearer\","
                + "\"expires_in\":3600,\"expires_at\":\"2026-01-02T04:04:05Z\",\"user\":" + USER + "}";
        Reply used = Reply.problem(401, "{\"code\":\"unauthenticated\",\"detail\":\"log in again\"}");
        try (ScriptedServer server = new ScriptedServer(Reply.json(200, answer), Reply.json(200, answer), used)) {
            Credentials token = new Credentials(Map.of("refresh_token", "first"), "console");
            assertThat(server.platform().logins().refresh(token).accessToken()).isEqualTo("a.b.c");
            assertThat(server.asked().get(0).body()).isEqualTo("{\"refresh_token\":\"first\"}");
            assertThat(server.platform().logins().login(ANN)).isInstanceOf(TokenLogin.class);

            assertThatThrownBy(() -> server.platform().logins().refresh(token)).hasMessage("log in again");
            assertThat(server.lines()).hasSize(3);
        }
    }

    @Test
    void managesApiKeys() throws IOException {
        String key = "{\"id\":\"key_1\",\"name\":\"x\",\"scopes\":[\"data_read\"],"
                + "\"created_at\":\"2026-01-02T03:04:05Z\",\"expires_at\":null,\"last_used_at\":null}";
        String list = "{\"keys\":[" + key + "],\"page\":1,\"limit\":50,\"total\":1,\"has_more\":false}";
        try (ScriptedServer server = new ScriptedServer(
                Reply.json(201, "{\"token\":\"qk_t\",\"key\":" + key + "}"), Reply.json(200, list))) {
            ApiKeys keys = server.platform().session().apiKeys();
            IssuedApiKey made = keys.create(new NewApiKey("x", List.of(Permission.DATA_READ), null));
            assertThat(made.token()).isEqualTo("qk_t");
            assertThat(keys.list(PageRequest.FIRST).items()).containsExactly(made.key());
            keys.revoke("key_1");

            assertThat(server.lines())
                    .containsExactly(
                            "POST /api/v1/auth/api-keys",
                            "GET /api/v1/auth/api-keys?page=1&limit=50",
                            "DELETE /api/v1/auth/api-keys/key_1");
        }
    }

    @Test
    void managesUsers() throws IOException {
        String issued = "{\"user\":" + USER + ",\"temporary_password\":\"made\"}";
        String list = "{\"users\":[" + USER + "],\"page\":1,\"limit\":50,\"total\":1,\"has_more\":false}";
        try (ScriptedServer server = new ScriptedServer(
                Reply.json(201, issued), Reply.json(200, list), Reply.json(200, issued), Reply.json(200, USER))) {
            Users users = server.platform().session().users();
            IssuedPassword made = users.create(new NewUser("ann", null, Role.ANALYST, null));
            assertThat(made.temporaryPassword()).isEqualTo("made");
            assertThat(users.list(PageRequest.FIRST).items()).containsExactly(made.user());
            assertThat(users.reset("ann").temporaryPassword()).isEqualTo("made");
            users.setRole("a/b", Role.VIEWER);
            users.deactivate("ann");
            users.activate("ann");

            assertThat(server.lines())
                    .containsExactly(
                            "POST /api/v1/admin/users",
                            "GET /api/v1/admin/users?page=1&limit=50",
                            "POST /api/v1/admin/users/ann/reset",
                            "PUT /api/v1/admin/users/a%2Fb/role",
                            "POST /api/v1/admin/users/ann/deactivate",
                            "POST /api/v1/admin/users/ann/activate");
        }
    }
}
