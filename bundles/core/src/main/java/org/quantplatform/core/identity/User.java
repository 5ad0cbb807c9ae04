package org.quantplatform.core.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Role;

/**
 * A user as stored.
 *
 * @param role the highest of the user's roles
 * @param password null when the user cannot log in with one
 * @param subject by which somebody outside the platform vouches for the user, such as an ARN; null when nobody does
 */
public record User(
        long id,
        String username,
        @Nullable String email,
        Role role,
        boolean active,
        @Nullable Password password,
        @Nullable String subject,
        @Nullable Instant lastLogin,
        Instant createdAt) {

    /** Whether anybody can log in as this user; the platform makes others for calls from its own machine. */
    public boolean hasLogin() {
        return password != null || subject != null;
    }

    /**
     * A password that only its owner knows.
     *
     * @param hash never told to a face or a plug-in
     * @param changeRequired whether it serves only to change it
     * @param expiresAt null for never
     */
    public record Password(String hash, boolean changeRequired, @Nullable Instant expiresAt) {

        public static Password lasting(String hash) {
            return new Password(hash, false, null);
        }

        public static Password temporary(String hash, Instant expiresAt) {
            return new Password(hash, true, expiresAt);
        }

        @Override
        public String toString() {
            return "Password";
        }
    }

    /** A user that is to be stored; the name is in lower case. */
    public record Draft(String username, @Nullable String email, Role role, Password password) {}
}
