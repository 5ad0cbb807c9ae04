package org.quantplatform.spi.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.model.Role;

/** Keeps the sessions of auth modes; of a token only its hash is stored. */
@ProviderType
public interface SessionStore {

    /**
     * Begins a session under a new random token.
     *
     * @param mode id of the auth mode, which alone finds the session again
     * @param lifetime above zero
     */
    NewSession start(String mode, String username, Duration lifetime);

    /** Empty when the token is unknown, expired or revoked, or its user is not active any more. */
    Optional<LiveSession> find(String mode, String token);

    /** Ends the session; nothing happens when there is none. */
    void end(String mode, String token);

    /** @param token 64 hexadecimal digits; never printed */
    record NewSession(String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "NewSession[until " + expiresAt + "]";
        }
    }

    /** @param roles as they are now; none while the user must change the password */
    record LiveSession(String username, Set<Role> roles, Instant expiresAt) {

        public LiveSession {
            roles = Set.copyOf(roles);
        }
    }
}
