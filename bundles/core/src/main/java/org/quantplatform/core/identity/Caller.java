package org.quantplatform.core.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Permission;
import org.quantplatform.model.Role;

/**
 * An authenticated caller.
 *
 * @param userId key of the user's row; owner of what the caller makes
 * @param mode id of the auth mode that let it in, {@code api-key} when a key did
 * @param address from where it calls
 * @param scopes what it may do of what its roles may do; null for all of it
 */
public record Caller(
        long userId, String username, Set<Role> roles, String mode, String address, @Nullable Set<Permission> scopes) {

    public Caller {
        roles = Set.copyOf(roles);
        scopes = scopes == null ? null : Set.copyOf(scopes);
    }

    public Caller(long userId, String username, Set<Role> roles, String mode, String address) {
        this(userId, username, roles, mode, address, null);
    }
}
