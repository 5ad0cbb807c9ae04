package org.quantplatform.client.internal;

import org.quantplatform.api.users.Account;
import org.quantplatform.api.users.PasswordChange;
import org.quantplatform.api.users.UserAccount;

/** {@code /auth/account} and {@code /auth/password}. */
public final class RemoteAccount implements Account {

    private final Http http;

    public RemoteAccount(Http http) {
        this.http = http;
    }

    @Override
    public UserAccount get() {
        return http.send(Call.get("/auth/account")).as(UserAccount.class);
    }

    @Override
    public UserAccount changePassword(PasswordChange change) {
        return http.secret(Call.post("/auth/password", change)).as(UserAccount.class);
    }
}
