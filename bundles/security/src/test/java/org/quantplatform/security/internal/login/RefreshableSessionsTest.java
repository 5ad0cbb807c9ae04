package org.quantplatform.security.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.User;
import org.quantplatform.core.identity.User.Password;
import org.quantplatform.model.Role;
import org.quantplatform.spi.auth.RefreshTokens.Refreshable;
import org.quantplatform.spi.auth.SessionStore.LiveSession;

class RefreshableSessionsTest {

    private static final String ADDRESS = "203.0.113.7";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    private static final class Log implements AuditLog {

        private final List<String> entries = new ArrayList<>();

        @Override
        public synchronized void append(Caller caller, String action, String resource, String status) {
            entries.add(action + " " + caller.username() + " " + status + " " + caller.address());
        }

        @Override
        public Page<AuditRecord> list(AuditQuery query, PageRequest page) {
            return Page.of(List.of(), page, 0);
        }

        @Override
        public AuditVerification verify(@Nullable String anchor) {
            throw new UnsupportedOperationException();
        }
    }

    private final MemoryUsers users = new MemoryUsers();
    private final MemorySessions records = new MemorySessions(users);
    private final TestClock clock = new TestClock();
    private final TokenSessions sessions = new TokenSessions(records, users, clock);
    private final Log log = new Log();
    private final RefreshableSessions tokens = new RefreshableSessions(sessions, records, log, clock);
    private long ann;
    private Refreshable first;

    @BeforeEach
    void begin() {
        ann = users.add(new User.Draft("ann", null, Role.USER, Password.lasting("x")))
                .id();
        first = tokens.begin("jwt", "ann", WEEK);
    }

    private Optional<Refreshable> exchange(String token) {
        return tokens.exchange("jwt", token, WEEK, MONTH, ADDRESS);
    }

    @Test
    void theSessionLastsAsLongAsItIsRefreshed() {
        clock.pass(Duration.ofDays(6));
        Refreshable second = exchange(first.refreshToken()).orElseThrow();

        assertThat(second.session()).isEqualTo(first.session());
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(sessions.find("jwt", first.session()))
                .contains(new LiveSession(
                        "ann", Set.of(Role.USER), clock.instant().plus(WEEK)));
        assertThat(exchange(second.refreshToken())).isPresent();
        assertThat(log.entries).isEmpty();
    }

    @Test
    void theSessionEndsWhenItIsOldHoweverOftenItIsRefreshed() {
        Instant began = clock.instant();
        Refreshable last = first;
        for (int week = 1; week <= 4; week++) {
            clock.pass(WEEK);
            last = exchange(last.refreshToken()).orElseThrow();
        }
        assertThat(sessions.find("jwt", first.session()).orElseThrow().expiresAt())
                .isEqualTo(began.plus(MONTH));

        clock.pass(Duration.ofDays(2));
        assertThat(exchange(last.refreshToken())).isEmpty();
        assertThat(records.rows).isEmpty();
        assertThat(log.entries).isEmpty();
    }

    @Test
    void aUsedTokenEndsTheSessionForThiefAndOwner() {
        Refreshable second = exchange(first.refreshToken()).orElseThrow();

        assertThat(exchange(first.refreshToken())).isEmpty();

        assertThat(sessions.find("jwt", first.session())).isEmpty();
        assertThat(exchange(second.refreshToken())).isEmpty();
        assertThat(log.entries).containsExactly("token.reuse ann denied " + ADDRESS);
    }

    @Test
    void ofManyAtOnceAtMostOneIsGivenTheNextToken() {
        long given = IntStream.range(0, 16)
                .parallel()
                .filter(i -> exchange(first.refreshToken()).isPresent())
                .count();

        assertThat(given).isEqualTo(1);
        assertThat(sessions.find("jwt", first.session())).isEmpty();
    }

    @Test
    void tokensEndWithTheSessionAndItsUser() {
        sessions.endAll(ann);
        assertThat(exchange(first.refreshToken())).isEmpty();

        Refreshable other = tokens.begin("jwt", "ann", WEEK);
        users.setActive(ann, false);
        assertThat(exchange(other.refreshToken())).isEmpty();
        users.setActive(ann, true);
        assertThat(exchange(other.refreshToken())).isPresent();
        assertThat(log.entries).isEmpty();
    }

    @Test
    void knowsASessionOnlyInItsOwnMode() {
        assertThat(tokens.exchange("simple", first.refreshToken(), WEEK, MONTH, ADDRESS))
                .isEmpty();
        assertThat(exchange(first.refreshToken())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ".", "' or 1=1 --"})
    void refusesWhatIsNoToken(String text) {
        assertThat(exchange(text)).isEmpty();
        assertThat(exchange(first.session())).isEmpty();
        assertThat(exchange(first.refreshToken() + "0")).isEmpty();
        assertThat(exchange(first.refreshToken().toUpperCase())).isEmpty();
        assertThat(log.entries).isEmpty();
    }

    @Test
    void storesAndPrintsNothingThatRefreshes() {
        assertThat(records.rows.toString())
                .doesNotContain(first.session())
                .doesNotContain(first.refreshToken().substring(65));
        assertThat(first.toString()).doesNotContain(first.session());
    }
}
