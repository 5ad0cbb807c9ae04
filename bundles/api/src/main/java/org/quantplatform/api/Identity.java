package org.quantplatform.api;

import java.util.Set;
import org.quantplatform.model.Role;

/**
 * Who holds a session.
 *
 * @param mode id of the auth mode that let the caller in
 */
public record Identity(String username, Set<Role> roles, String mode) {

    public Identity {
        roles = Set.copyOf(roles);
    }
}
