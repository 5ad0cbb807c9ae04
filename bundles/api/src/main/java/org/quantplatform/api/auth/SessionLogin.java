package org.quantplatform.api.auth;

import java.time.Instant;
import org.quantplatform.api.users.UserAccount;

/**
 * A session with one token for its whole life.
 *
 * @param sessionToken for the header {@code X-Session-Token}; told this once
 */
public record SessionLogin(String sessionToken, Instant expiresAt, UserAccount user) implements Login {

    @Override
    public String toString() {
        return "SessionLogin[" + user.username() + "]";
    }
}
