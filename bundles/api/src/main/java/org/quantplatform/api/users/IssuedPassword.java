package org.quantplatform.api.users;

import org.jspecify.annotations.Nullable;

/**
 * A user, and the password that was made for the next login.
 *
 * @param temporaryPassword told this once; null when the password was given
 */
public record IssuedPassword(UserAccount user, @Nullable String temporaryPassword) {

    @Override
    public String toString() {
        return "IssuedPassword[" + user.username() + "]";
    }
}
