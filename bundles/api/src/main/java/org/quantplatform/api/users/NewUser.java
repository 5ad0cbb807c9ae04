package org.quantplatform.api.users;

import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Role;

/**
 * A user that is to be made.
 *
 * @param username 2 to 50 of {@code a-z 0-9 . _ -}, beginning with a letter or digit; kept in lower case
 * @param role {@code user} when null
 * @param password when null one is made, which serves for 24 hours and only to change it
 */
public record NewUser(String username, @Nullable String email, @Nullable Role role, @Nullable String password) {

    @Override
    public String toString() {
        return "NewUser[" + username + "]";
    }
}
