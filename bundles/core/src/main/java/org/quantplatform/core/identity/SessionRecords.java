package org.quantplatform.core.identity;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Role;

/** Sessions by the hash of their token. */
public interface SessionRecords {

    void add(String tokenHash, long userId, String mode, Instant expiresAt);

    /** Empty when it is unknown or expired, or its user is not active. */
    Optional<Found> find(String tokenHash);

    /**
     * Puts the next refresh token in the place of the present one, and has the session last until {@code expiresAt}.
     *
     * @param present hash of the token that is given in exchange; null for the first
     * @return whether the session is there and {@code present} was its token; of several who ask at once one is told so
     */
    boolean exchange(String tokenHash, @Nullable String present, String next, Instant expiresAt);

    void remove(String tokenHash);

    void removeOf(long userId);

    /** @param changeRequired whether the user must change the password first */
    record Found(
            long userId,
            String username,
            Role role,
            boolean changeRequired,
            String mode,
            Instant startedAt,
            Instant expiresAt) {}
}
