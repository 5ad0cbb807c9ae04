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
import org.quantplatform.core.identity.ApiKeyRecords;
import org.quantplatform.core.identity.ApiKeyRecords.Found;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Credentials;
import org.quantplatform.security.internal.ApiKeyDoor;
import org.quantplatform.security.internal.AuthModes;
import org.quantplatform.spi.auth.AuthMode;

/** Finds keys by their token. What was found is remembered as {@link TokenSessions} does. */
@Component(service = {ApiKeyDoor.class, ApiKeyTokens.class})
public final class ApiKeyTokens implements ApiKeyDoor {

    private static final String PREFIX = "qk_";
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int REMEMBERED_AT_MOST = 10_000;

    private final ApiKeyRecords records;
    private final AuthModes modes;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    private record Known(Found key, Instant asOf) {}

    @Activate
    public ApiKeyTokens(@Reference ApiKeyRecords records, @Reference AuthModes modes) {
        this(records, modes, Clock.systemUTC());
    }

    ApiKeyTokens(ApiKeyRecords records, AuthModes modes, Clock clock) {
        this.records = records;
        this.modes = modes;
        this.clock = clock;
    }

    /** A new one. */
    static String make() {
        return PREFIX + Tokens.token();
    }

    @Override
    public boolean isKey(Credentials credentials) {
        return credentials.values().getOrDefault("bearer", "").startsWith(PREFIX);
    }

    @Override
    public Optional<Caller> find(Credentials credentials) {
        String token = credentials.values().getOrDefault("bearer", "");
        boolean formed = isKey(credentials) && Tokens.isToken(token.substring(PREFIX.length()));
        return formed && areTaken()
                ? found(Tokens.hash(token)).map(key -> caller(key, credentials.address()))
                : Optional.empty();
    }

    /** The user's keys are read anew, with what has changed about them and the user. */
    void forget(long userId) {
        changes.incrementAndGet();
        known.values().removeIf(entry -> entry.key().userId() == userId);
    }

    private boolean areTaken() {
        return modes.names().stream()
                .map(modes::find)
                .flatMap(Optional::stream)
                .anyMatch(AuthMode::takesCallersFromElsewhere);
    }

    private static Caller caller(Found key, String address) {
        return new Caller(
                key.userId(),
                key.username(),
                key.changeRequired() ? Set.of() : Set.of(key.role()),
                MODE,
                address,
                key.scopes());
    }

    private Optional<Found> found(String hash) {
        Instant now = clock.instant();
        Known entry = known.get(hash);
        if (entry != null && entry.asOf().plus(REMEMBERED).isAfter(now) && counts(entry.key(), now)) {
            return Optional.of(entry.key());
        }
        known.remove(hash);
        long before = changes.get();
        Optional<Found> key = records.find(hash).filter(one -> counts(one, now));
        key.ifPresent(one -> remember(hash, new Known(one, now), before));
        return key;
    }

    private static boolean counts(Found key, Instant now) {
        return key.expiresAt() == null || key.expiresAt().isAfter(now);
    }

    /** Not when something changed meanwhile, which may be the key that was read. */
    private void remember(String hash, Known entry, long before) {
        if (known.size() >= REMEMBERED_AT_MOST) {
            known.clear();
        }
        known.put(hash, entry);
        if (changes.get() != before) {
            known.remove(hash);
        }
    }
}
