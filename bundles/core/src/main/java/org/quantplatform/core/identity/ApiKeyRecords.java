package org.quantplatform.core.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.api.users.ApiKey;
import org.quantplatform.model.Role;

/** API keys by the hash of their token. */
public interface ApiKeyRecords {

    /**
     * @param mostPerOwner the owner's keys must be fewer
     * @throws org.quantplatform.model.QuantException {@code CONFLICT} when they are not
     */
    ApiKey add(Draft key, int mostPerOwner);

    /** Latest first. */
    Page<ApiKey> list(long ownerId, PageRequest page);

    /** Whether the owner had a key of this id. */
    boolean remove(long ownerId, String id);

    /** Notes that it is used. Empty when it is unknown or expired, or its owner is not active. */
    Optional<Found> find(String tokenHash);

    /** @param expiresAt null for never */
    record Draft(
            String id,
            long ownerId,
            String name,
            String tokenHash,
            Set<Permission> scopes,
            @Nullable Instant expiresAt) {

        public Draft {
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * A key that counts.
     *
     * @param role of the owner, as it is now
     * @param changeRequired whether the owner must change the password first
     */
    record Found(
            String id,
            long userId,
            String username,
            Role role,
            boolean changeRequired,
            Set<Permission> scopes,
            @Nullable Instant expiresAt) {

        public Found {
            scopes = Set.copyOf(scopes);
        }
    }
}
