package org.quantplatform.auth.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.Role;
import org.quantplatform.spi.auth.AuthResult;
import org.quantplatform.spi.auth.SessionStore.LiveSession;

class JwtAuthModeTest {

    private static final Settings EDDSA = new Settings(
            Duration.ofHours(1),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Algorithm.EdDSA,
            Duration.ofDays(90),
            "here",
            "us");

    @TempDir
    private Path folder;

    private final Fakes fakes = new Fakes();

    private JwtAuthMode mode() {
        return new JwtAuthMode(fakes, fakes, fakes, mode -> folder, EDDSA, fakes);
    }

    private static Credentials with(String name, String value) {
        return new Credentials(Map.of(name, value), "203.0.113.7");
    }

    private static AuthResult.Issued login(JwtAuthMode mode) {
        return (AuthResult.Issued) mode.login(
                new Credentials(Map.of("username", "ann", "password", "secret", "bearer", "x"), "203.0.113.7"));
    }

    @Test
    void givesATokenOfAnHourThatSaysWhoAsks() {
        JwtAuthMode mode = mode();
        AuthResult.Issued issued = login(mode);

        assertThat(issued.username()).isEqualTo("ann");
        assertThat(issued.expiresAt()).isEqualTo(fakes.instant().plus(Duration.ofHours(1)));
        assertThat(issued.toString()).doesNotContain(issued.accessToken()).doesNotContain(issued.refreshToken());
        assertThat(mode.authenticate(with("bearer", issued.accessToken())))
                .isEqualTo(new AuthResult.Granted("ann", Set.of(Role.USER), issued.expiresAt()));
        fakes.pass(Duration.ofHours(1));
        assertThat(mode.authenticate(with("bearer", issued.accessToken()))).isInstanceOf(AuthResult.Denied.class);
    }

    @Test
    void refreshesOnceAndEndsTheSessionTheSecondTime() {
        JwtAuthMode mode = mode();
        AuthResult.Issued first = login(mode);
        fakes.pass(Duration.ofHours(2));
        AuthResult.Issued second = (AuthResult.Issued) mode.refresh(with("refresh_token", first.refreshToken()));
        assertThat(mode.authenticate(with("bearer", second.accessToken()))).isInstanceOf(AuthResult.Granted.class);

        assertThat(mode.refresh(with("refresh_token", first.refreshToken()))).isInstanceOf(AuthResult.Denied.class);

        assertThat(mode.refresh(with("refresh_token", second.refreshToken()))).isInstanceOf(AuthResult.Denied.class);
        assertThat(mode.authenticate(with("bearer", second.accessToken()))).isInstanceOf(AuthResult.Denied.class);
    }

    @Test
    void newSettingsCountAtOnceAndLeaveTokensAlone() {
        JwtAuthMode mode = mode();
        AuthResult.Issued before = login(mode);

        mode.changed(config(5, "EdDSA", "here"));
        assertThat(login(mode).expiresAt()).isEqualTo(fakes.instant().plus(Duration.ofMinutes(5)));
        assertThat(mode.authenticate(with("bearer", before.accessToken()))).isInstanceOf(AuthResult.Granted.class);

        mode.changed(config(5, "EdDSA", "elsewhere"));
        assertThat(mode.authenticate(with("bearer", before.accessToken()))).isInstanceOf(AuthResult.Denied.class);
    }

    private static JwtAuthConfig config(int minutes, String algorithm, String issuer) {
        Map<String, Object> values = Map.of(
                "access_minutes",
                minutes,
                "refresh_hours",
                168,
                "session_days",
                30,
                "algorithm",
                algorithm,
                "key_days",
                90,
                "issuer",
                issuer,
                "audience",
                "us");
        return (JwtAuthConfig) Proxy.newProxyInstance(
                JwtAuthConfig.class.getClassLoader(),
                new Class<?>[] {JwtAuthConfig.class},
                (proxy, method, arguments) -> values.get(method.getName()));
    }

    @Test
    void rolesAreTheUsersNotTheTokens() {
        JwtAuthMode mode = mode();
        AuthResult.Issued issued = login(mode);
        fakes.live.replaceAll(
                (token, session) -> new LiveSession(session.username(), Set.of(Role.VIEWER), session.expiresAt()));

        assertThat(((AuthResult.Granted) mode.authenticate(with("bearer", issued.accessToken()))).roles())
                .containsExactly(Role.VIEWER);
    }

    @Test
    void logsOutByATokenThatHasExpired() {
        JwtAuthMode mode = mode();
        AuthResult.Issued issued = login(mode);
        fakes.pass(Duration.ofDays(1));

        mode.logout(with("bearer", issued.accessToken()));
        mode.logout(with("bearer", "a.b.c"));
        mode.logout(Credentials.from("203.0.113.7"));

        assertThat(fakes.live).isEmpty();
        assertThat(mode.refresh(with("refresh_token", issued.refreshToken()))).isInstanceOf(AuthResult.Denied.class);
    }

    @Test
    void takesNothingButSignedTokensAndTheServersOwnShell() {
        JwtAuthMode mode = mode();
        AuthResult.Issued issued = login(mode);
        String session = issued.refreshToken().replaceAll("\\..*", "");

        assertThat(mode.authenticate(with("session_token", session))).isInstanceOf(AuthResult.Denied.class);
        assertThat(mode.authenticate(with("session_token", issued.accessToken())))
                .isInstanceOf(AuthResult.Denied.class);
        assertThat(mode.authenticate(with("bearer", session))).isInstanceOf(AuthResult.Denied.class);
        assertThat(mode.authenticate(with("bearer", issued.refreshToken()))).isInstanceOf(AuthResult.Denied.class);
        assertThat(mode.authenticate(Credentials.from("127.0.0.1"))).isInstanceOf(AuthResult.Denied.class);
        assertThat(mode.authenticate(Credentials.from("console")))
                .isEqualTo(new AuthResult.Granted("console", Set.of(Role.ADMIN)));
    }

    @Test
    void tellsWrongPasswordsAndShutDoors() {
        assertThat(mode().login(with("password", "wrong"))).isInstanceOf(AuthResult.Denied.class);
        assertThat(mode().login(with("password", "later")))
                .isEqualTo(new AuthResult.Later("too many wrong passwords", Duration.ofSeconds(30)));
    }

    @Test
    void showsPublicKeysOnly() throws IOException {
        JwtAuthMode mode = mode();
        assertThat(mode.publicKeys()).isEmpty();
        login(mode);

        List<Map<String, String>> keys = mode.publicKeys();

        assertThat(keys).hasSize(1);
        assertThat(keys.get(0))
                .containsOnlyKeys("kty", "crv", "x", "kid", "use", "alg")
                .containsEntry("kty", "OKP")
                .containsEntry("alg", "EdDSA")
                .containsEntry("use", "sig");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
