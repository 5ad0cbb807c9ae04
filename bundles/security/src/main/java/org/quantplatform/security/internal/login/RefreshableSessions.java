package org.quantplatform.security.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.SessionRecords;
import org.quantplatform.core.identity.SessionRecords.Found;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.auth.RefreshTokens;

/**
 * Prolongs sessions. A refresh token is the session's token and a random one that is new with each exchange, so that a used
 * one still names the session that it has to end.
 */
@Component
public final class RefreshableSessions implements RefreshTokens {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}\\.[0-9a-f]{64}");
    private static final int SESSION_LENGTH = 64;

    private final TokenSessions sessions;
    private final SessionRecords records;
    private final AuditLog log;
    private final Clock clock;

    @Activate
    public RefreshableSessions(
            @Reference TokenSessions sessions, @Reference SessionRecords records, @Reference AuditLog log) {
        this(sessions, records, log, Clock.systemUTC());
    }

    RefreshableSessions(TokenSessions sessions, SessionRecords records, AuditLog log, Clock clock) {
        this.sessions = sessions;
        this.records = records;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Refreshable begin(String mode, String username, Duration lifetime) {
        String session = sessions.start(mode, username, lifetime).token();
        String first = next(session);
        if (!records.exchange(
                Tokens.hash(session), null, Tokens.hash(first), clock.instant().plus(lifetime))) {
            throw QuantException.notFound("user", username);
        }
        return new Refreshable(username, session, first);
    }

    @Override
    public Optional<Refreshable> exchange(
            String mode, String refreshToken, Duration lifetime, Duration oldest, String address) {
        if (!FORM.matcher(refreshToken).matches()) {
            return Optional.empty();
        }
        String session = refreshToken.substring(0, SESSION_LENGTH);
        String hash = Tokens.hash(session);
        Optional<Found> found = records.find(hash).filter(one -> one.mode().equals(mode));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Instant end =
                earlier(clock.instant().plus(lifetime), found.get().startedAt().plus(oldest));
        if (!end.isAfter(clock.instant())) {
            end(hash);
            return Optional.empty();
        }
        String next = next(session);
        boolean taken = records.exchange(hash, Tokens.hash(refreshToken), Tokens.hash(next), end);
        sessions.forgetToken(hash);
        if (taken) {
            return Optional.of(new Refreshable(found.get().username(), session, next));
        }
        end(hash);
        Found robbed = found.get();
        log.append(
                new Caller(robbed.userId(), robbed.username(), Set.of(), mode, address), "token.reuse", null, "denied");
        return Optional.empty();
    }

    private void end(String hash) {
        records.remove(hash);
        sessions.forgetToken(hash);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String next(String session) {
        return session + "." + Tokens.token();
    }
}
