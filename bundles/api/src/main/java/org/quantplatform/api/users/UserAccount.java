package org.quantplatform.api.users;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Role;

/**
 * A user of the platform.
 *
 * @param active whether the user may log in
 * @param passwordChangeRequired whether nothing else is allowed before the password was changed
 */
public record UserAccount(
        String username,
        @Nullable String email,
        Role role,
        boolean active,
        boolean passwordChangeRequired,
        @Nullable Instant lastLogin,
        Instant createdAt) {}
