package org.quantplatform.core.identity;

import java.util.Set;
import org.quantplatform.model.Role;

/**
 * An authenticated caller.
 *
 * @param userId key of the user's row; owner of what the caller makes
 * @param mode id of the auth mode that let it in
 * @param address from where it calls
 */
public record Caller(long userId, String username, Set<Role> roles, String mode, String address) {

    public Caller {
        roles = Set.copyOf(roles);
    }
}
