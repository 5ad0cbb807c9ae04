package org.quantplatform.api.users;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Permission;

/**
 * A key without its secret.
 *
 * @param scopes what the key may do, in the order of {@link Permission}
 * @param expiresAt null for never
 * @param lastUsedAt to the minute; null when it never was
 */
public record ApiKey(
        String id,
        String name,
        List<Permission> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    public ApiKey {
        scopes = List.copyOf(scopes);
    }
}
