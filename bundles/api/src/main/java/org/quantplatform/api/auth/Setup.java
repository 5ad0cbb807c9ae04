package org.quantplatform.api.auth;

import org.jspecify.annotations.Nullable;

/**
 * The first administrator.
 *
 * @param token from the server's file {@code data/setup-token}
 */
public record Setup(String token, String username, @Nullable String email, String password) {

    @Override
    public String toString() {
        return "Setup[" + username + "]";
    }
}
