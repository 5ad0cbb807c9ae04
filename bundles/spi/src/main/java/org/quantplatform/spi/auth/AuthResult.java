package org.quantplatform.spi.auth;

import java.util.Map;
import java.util.Set;
import org.quantplatform.model.Role;

/** What an auth mode answers. */
public sealed interface AuthResult {

    /** The caller is this user, with these roles. */
    record Granted(String username, Set<Role> roles) implements AuthResult {

        public Granted {
            roles = Set.copyOf(roles);
        }
    }

    /** The caller is not who it claims to be, or may not come this way; the reason is told to the caller. */
    record Denied(String reason) implements AuthResult {}

    /** The caller must prove more; the values are handed to it. */
    record Challenge(Map<String, String> values) implements AuthResult {

        public Challenge {
            values = Map.copyOf(values);
        }
    }
}
