package org.quantplatform.core.identity;

import java.time.Instant;
import java.util.Optional;
import org.quantplatform.model.Role;

/** Sessions by the hash of their token. */
public interface SessionRecords {

    void add(String tokenHash, long userId, String mode, Instant expiresAt);

    /** Empty when it is unknown or expired, or its user is not active. */
    Optional<Found> find(String tokenHash);

    void remove(String tokenHash);

    void removeOf(long userId);

    /** @param changeRequired whether the user must change the password first */
    record Found(long userId, String username, Role role, boolean changeRequired, String mode, Instant expiresAt) {}
}
