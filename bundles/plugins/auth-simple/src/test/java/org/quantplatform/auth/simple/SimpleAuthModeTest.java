package org.quantplatform.auth.simple;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.Role;
import org.quantplatform.spi.auth.AuthResult;
import org.quantplatform.spi.auth.SessionStore;
import org.quantplatform.spi.auth.UserDirectory;

class SimpleAuthModeTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    /** One user, ann, whose name is in the way after a wrong password. */
    private static final class Directory implements UserDirectory {

        private boolean locked;

        @Override
        public PasswordCheck check(String login, String password, String address) {
            if (locked) {
                return new PasswordCheck.Later("too many wrong passwords", Duration.ofSeconds(30));
            }
            locked = !password.equals("secret");
            return locked ? new PasswordCheck.Wrong() : new PasswordCheck.Right("ann");
        }
    }

    private static final class Sessions implements SessionStore {

        private final Map<String, LiveSession> live = new HashMap<>();

        @Override
        public NewSession start(String mode, String username, Duration lifetime) {
            Instant end = NOW.plus(lifetime);
            String token = mode + live.size();
            live.put(token, new LiveSession(username, Set.of(Role.USER), end));
            return new NewSession(token, end);
        }

        @Override
        public Optional<LiveSession> find(String mode, String token) {
            return Optional.ofNullable(live.get(token));
        }

        @Override
        public void end(String mode, String token) {
            live.remove(token);
        }
    }

    private final SimpleAuthMode mode = new SimpleAuthMode(new Directory(), new Sessions(), Duration.ofDays(7));

    @Test
    void beginsASessionOfSevenDays() {
        AuthResult result = mode.login(password("secret"));

        assertThat(result).isEqualTo(new AuthResult.Started("ann", "simple0", NOW.plus(Duration.ofDays(7))));
        assertThat(result.toString()).doesNotContain("simple0");
        assertThat(mode.authenticate(token("simple0")))
                .isEqualTo(new AuthResult.Granted("ann", Set.of(Role.USER), NOW.plus(Duration.ofDays(7))));
    }

    @Test
    void neverTakesOverATokenThatCameAlong() {
        Credentials fixed = new Credentials(
                Map.of("username", "ann", "password", "secret", "session_token", "f".repeat(64)), "203.0.113.7");

        mode.login(fixed);

        assertThat(mode.authenticate(token("f".repeat(64)))).isInstanceOf(AuthResult.Denied.class);
    }

    @Test
    void endsSessions() {
        mode.login(password("secret"));
        mode.logout(token("simple0"));
        mode.logout(token("simple0"));
        mode.logout(Credentials.from("203.0.113.7"));

        assertThat(mode.authenticate(token("simple0"))).isInstanceOf(AuthResult.Denied.class);
    }

    @Test
    void letsNobodyInWithoutASessionExceptTheServersOwnShell() {
        assertThat(mode.authenticate(Credentials.from("127.0.0.1"))).isInstanceOf(AuthResult.Denied.class);
        assertThat(mode.authenticate(token(""))).isInstanceOf(AuthResult.Denied.class);
        assertThat(mode.authenticate(Credentials.from("console")))
                .isEqualTo(new AuthResult.Granted("console", Set.of(Role.ADMIN)));
    }

    @Test
    void tellsWrongPasswordsAndLocks() {
        assertThat(mode.login(password("wrong"))).isInstanceOf(AuthResult.Denied.class);
        assertThat(mode.login(password("secret")))
                .isEqualTo(new AuthResult.Later("too many wrong passwords", Duration.ofSeconds(30)));
    }

    private static Credentials password(String password) {
        return new Credentials(Map.of("username", "ann", "password", password), "203.0.113.7");
    }

    private static Credentials token(String token) {
        return new Credentials(Map.of("session_token", token), "203.0.113.7");
    }
}
