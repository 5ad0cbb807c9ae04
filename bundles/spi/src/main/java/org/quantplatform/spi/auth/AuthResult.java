package org.quantplatform.spi.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Role;

/** What an auth mode answers. */
public sealed interface AuthResult {

    /** The answer of a mode that begins no sessions. */
    Denied NO_LOGIN = new Denied("no active auth mode of this server knows a login");

    /** The answer of a mode whose sessions are not prolonged. */
    Denied NO_REFRESH = new Denied("no active auth mode of this server knows refresh tokens");

    /**
     * The caller is this user, with these roles.
     *
     * @param expiresAt when the caller must prove itself again; null when it need not
     */
    record Granted(String username, Set<Role> roles, @Nullable Instant expiresAt) implements AuthResult {

        public Granted {
            roles = Set.copyOf(roles);
        }

        public Granted(String username, Set<Role> roles) {
            this(username, roles, null);
        }
    }

    /**
     * A session has begun for this user.
     *
     * @param token what the caller presents from now on; never printed
     */
    record Started(String username, String token, Instant expiresAt) implements AuthResult {

        @Override
        public String toString() {
            return "Started[" + username + " until " + expiresAt + "]";
        }
    }

    /**
     * As {@link Started}, with tokens that the caller sends as {@code Authorization: Bearer} and renews by itself.
     *
     * @param accessToken what the caller presents until {@code expiresAt}; never printed
     * @param refreshToken what it then exchanges for the next two; never printed
     */
    record Issued(String username, String accessToken, Instant expiresAt, String refreshToken) implements AuthResult {

        @Override
        public String toString() {
            return "Issued[" + username + " until " + expiresAt + "]";
        }
    }

    /** The caller is not who it claims to be, or may not come this way; the reason is told to the caller. */
    record Denied(String reason) implements AuthResult {}

    /** Nothing was looked at; the caller may come again after {@code pause}. */
    record Later(String reason, Duration pause) implements AuthResult {}

    /** The caller must prove more; the values are handed to it. */
    record Challenge(Map<String, String> values) implements AuthResult {

        public Challenge {
            values = Map.copyOf(values);
        }
    }
}
