package org.quantplatform.spi.auth;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps sessions that live on as long as they are refreshed. Each has one refresh token at a time, which is exchanged for
 * the next one whenever it is used; of tokens only hashes are stored. {@link SessionStore} finds and ends such a session as
 * any other.
 */
@ProviderType
public interface RefreshTokens {

    /**
     * Begins a session.
     *
     * @param mode id of the auth mode, which alone finds the session again
     * @param lifetime how long the session lasts without being refreshed, above zero
     */
    Refreshable begin(String mode, String username, Duration lifetime);

    /**
     * Exchanges the token for the next one; the session lasts for {@code lifetime} from now. A token that is not the
     * session's present one has been used before, by a thief or by the one who was robbed: the session ends, and the audit
     * log tells.
     *
     * @param oldest how long after its beginning the session ends in any case
     * @param address from where the caller calls
     * @return empty when the token is unknown or used, or its session has ended or its user is not active
     */
    Optional<Refreshable> exchange(
            String mode, String refreshToken, Duration lifetime, Duration oldest, String address);

    /**
     * A session and the way to prolong it.
     *
     * @param session the token by which {@link SessionStore} finds it
     * @param refreshToken 129 characters, for one use; never printed
     */
    record Refreshable(String username, String session, String refreshToken) {

        @Override
        public String toString() {
            return "Refreshable[" + username + "]";
        }
    }
}
