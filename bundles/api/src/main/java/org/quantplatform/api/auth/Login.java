package org.quantplatform.api.auth;

import java.time.Instant;
import org.quantplatform.api.users.UserAccount;

/**
 * A session that has begun.
 *
 * @param sessionToken for the header {@code X-Session-Token}; told this once
 */
public record Login(String sessionToken, Instant expiresAt, UserAccount user) {

    @Override
    public String toString() {
        return "Login[" + user.username() + "]";
    }
}
