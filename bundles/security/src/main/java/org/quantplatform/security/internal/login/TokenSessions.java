package org.quantplatform.security.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.identity.SessionRecords;
import org.quantplatform.core.identity.SessionRecords.Found;
import org.quantplatform.core.identity.UserStore;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.auth.SessionStore;

/**
 * Sessions of auth modes. What was found is remembered for half a minute, so that a call with a token costs no query; what
 * changes here is forgotten at once, what another server on the same database changes within that time.
 */
@Component(service = {SessionStore.class, TokenSessions.class})
public final class TokenSessions implements SessionStore {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int REMEMBERED_AT_MOST = 10_000;

    private final SessionRecords records;
    private final UserStore users;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong endings = new AtomicLong();

    private record Known(Found session, Instant asOf) {}

    @Activate
    public TokenSessions(@Reference SessionRecords records, @Reference UserStore users) {
        this(records, users, Clock.systemUTC());
    }

    TokenSessions(SessionRecords records, UserStore users, Clock clock) {
        this.records = records;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public NewSession start(String mode, String username, Duration lifetime) {
        long userId = users.find(username)
                .orElseThrow(() -> QuantException.notFound("user", username))
                .id();
        String token = Tokens.token();
        Instant end = clock.instant().plus(lifetime);
        records.add(Tokens.hash(token), userId, mode, end);
        return new NewSession(token, end);
    }

    @Override
    public Optional<LiveSession> find(String mode, String token) {
        if (!Tokens.isToken(token)) {
            return Optional.empty();
        }
        return found(Tokens.hash(token))
                .filter(session -> session.mode().equals(mode))
                .map(session -> new LiveSession(
                        session.username(),
                        session.changeRequired() ? Set.of() : Set.of(session.role()),
                        session.expiresAt()));
    }

    @Override
    public void end(String mode, String token) {
        if (find(mode, token).isPresent()) {
            String hash = Tokens.hash(token);
            records.remove(hash);
            forgetToken(hash);
        }
    }

    /** The session is read anew, with its new end. */
    void forgetToken(String hash) {
        endings.incrementAndGet();
        known.remove(hash);
    }

    /** Ends every session of the user. */
    void endAll(long userId) {
        records.removeOf(userId);
        forget(userId);
    }

    /** The user's sessions are read anew, with what has changed about the user. */
    void forget(long userId) {
        endings.incrementAndGet();
        known.values().removeIf(entry -> entry.session().userId() == userId);
    }

    private Optional<Found> found(String hash) {
        Instant now = clock.instant();
        Known entry = known.get(hash);
        boolean fresh = entry != null
                && entry.asOf().plus(REMEMBERED).isAfter(now)
                && entry.session().expiresAt().isAfter(now);
        if (fresh) {
            return Optional.of(entry.session());
        }
        known.remove(hash);
        long before = endings.get();
        Optional<Found> session = records.find(hash);
        session.ifPresent(one -> remember(hash, new Known(one, now), before));
        return session;
    }

    /** Not when a session ended meanwhile, which may be the one that was read. */
    private void remember(String hash, Known entry, long before) {
        if (known.size() >= REMEMBERED_AT_MOST) {
            known.clear();
        }
        known.put(hash, entry);
        if (endings.get() != before) {
            known.remove(hash);
        }
    }
}
