package org.quantplatform.api.auth;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Role;

/**
 * Who the caller is to this server.
 *
 * @param modes active auth modes, in the order in which they are asked
 * @param setupRequired whether nobody can log in yet, so that the first administrator is to be made
 * @param mode that let the caller in; null with {@code username} when none did
 * @param expiresAt null when the caller need not log in again
 */
public record AuthStatus(
        boolean authenticated,
        List<String> modes,
        boolean setupRequired,
        @Nullable String mode,
        @Nullable String username,
        Set<Role> roles,
        @Nullable Instant expiresAt) {

    public AuthStatus {
        modes = List.copyOf(modes);
        roles = Set.copyOf(roles);
    }
}
