package org.quantplatform.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.core.identity.User;
import org.quantplatform.core.identity.User.Password;
import org.quantplatform.model.Role;
import org.quantplatform.spi.auth.SessionStore.LiveSession;

class TokenSessionsTest {

    private final MemoryUsers users = new MemoryUsers();
    private final MemorySessions records = new MemorySessions(users);
    private final TestClock clock = new TestClock();
    private final TokenSessions sessions = new TokenSessions(records, users, clock);
    private long ann;
    private String token = "";

    @BeforeEach
    void login() {
        ann = users.add(new User.Draft("ann", null, Role.USER, Password.lasting("x")))
                .id();
        token = sessions.start("simple", "ann", Duration.ofDays(7)).token();
    }

    @Test
    void storesNothingThatOpensASession() {
        assertThat(token).matches("[0-9a-f]{64}");
        assertThat(records.rows).hasSize(1).doesNotContainKey(token);
        String stored = records.rows.keySet().iterator().next();
        assertThat(sessions.find("simple", stored)).isEmpty();
    }

    @Test
    void asksTheDatabaseOnceForManyCalls() {
        for (int i = 0; i < 1000; i++) {
            assertThat(sessions.find("simple", token))
                    .contains(new LiveSession("ann", Set.of(Role.USER), MemoryUsers.NOW.plus(Duration.ofDays(7))));
        }
        assertThat(records.asked).isEqualTo(1);
        clock.pass(Duration.ofSeconds(31));
        sessions.find("simple", token);
        assertThat(records.asked).isEqualTo(2);
    }

    @Test
    void neverAsksTheDatabaseForWhatIsNoToken() {
        for (String text : new String[] {"", "x", "' or 1=1", token + "0", token.replace(token.charAt(0), 'g')}) {
            assertThat(sessions.find("simple", text)).isEmpty();
        }
        assertThat(records.asked).isZero();
    }

    @Test
    void knowsASessionOnlyInItsOwnMode() {
        assertThat(sessions.find("jwt", token)).isEmpty();
        sessions.end("jwt", token);
        assertThat(sessions.find("simple", token)).isPresent();
    }

    @Test
    void forgetsAtOnceWhatEnded() {
        String other = sessions.start("simple", "ann", Duration.ofDays(7)).token();
        assertThat(sessions.find("simple", token)).isPresent();
        assertThat(sessions.find("simple", other)).isPresent();

        sessions.end("simple", token);
        assertThat(sessions.find("simple", token)).isEmpty();
        assertThat(sessions.find("simple", other)).isPresent();

        sessions.endAll(ann);
        assertThat(sessions.find("simple", other)).isEmpty();
        assertThat(records.rows).isEmpty();
    }

    @Test
    void endsInTime() {
        assertThat(sessions.find("simple", token)).isPresent();
        clock.pass(Duration.ofDays(7).minusSeconds(40));
        assertThat(sessions.find("simple", token)).isPresent();
        records.rows.clear();
        clock.pass(Duration.ofSeconds(41));

        assertThat(sessions.find("simple", token)).isEmpty();
    }

    @Test
    void givesTheRolesAsTheyAreNow() {
        sessions.find("simple", token);
        users.setRole(ann, Role.VIEWER);
        sessions.forget(ann);
        assertThat(sessions.find("simple", token).orElseThrow().roles()).containsExactly(Role.VIEWER);

        users.setPassword(ann, Password.temporary("y", clock.instant()));
        sessions.forget(ann);
        assertThat(sessions.find("simple", token).orElseThrow().roles()).isEmpty();
    }
}
