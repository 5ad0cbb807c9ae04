package org.quantplatform.api.auth;

import java.time.Instant;
import org.quantplatform.api.users.UserAccount;

/**
 * A session with short-lived tokens.
 *
 * @param accessToken for the header {@code Authorization}, after {@code Bearer}
 * @param refreshToken for {@link Logins#refresh}, once; told this once
 * @param tokenType {@code Bearer}
 * @param expiresIn seconds until the access token expires
 */
public record TokenLogin(
        String accessToken, String refreshToken, String tokenType, long expiresIn, Instant expiresAt, UserAccount user)
        implements Login {

    @Override
    public String toString() {
        return "TokenLogin[" + user.username() + "]";
    }
}
