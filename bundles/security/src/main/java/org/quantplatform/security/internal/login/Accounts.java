package org.quantplatform.security.internal.login;

import org.quantplatform.api.users.UserAccount;
import org.quantplatform.core.identity.User;

/** Users as faces see them. */
final class Accounts {

    private Accounts() {}

    static UserAccount of(User user) {
        User.Password password = user.password();
        return new UserAccount(
                user.username(),
                user.email(),
                user.role(),
                user.active(),
                password != null && password.changeRequired(),
                user.lastLogin(),
                user.createdAt());
    }
}
