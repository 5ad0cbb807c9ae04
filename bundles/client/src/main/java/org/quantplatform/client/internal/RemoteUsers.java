package org.quantplatform.client.internal;

import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.users.IssuedPassword;
import org.quantplatform.api.users.NewUser;
import org.quantplatform.api.users.RoleChange;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.api.users.Users;
import org.quantplatform.model.Role;

/** {@code /admin/users}. */
public final class RemoteUsers implements Users {

    private final Http http;

    public RemoteUsers(Http http) {
        this.http = http;
    }

    @Override
    public Page<UserAccount> list(PageRequest page) {
        return http.send(Call.get(Query.of("/admin/users").page(page).toString()))
                .page("users", UserAccount.class);
    }

    @Override
    public IssuedPassword create(NewUser user) {
        return http.secret(Call.post("/admin/users", user)).as(IssuedPassword.class);
    }

    @Override
    public UserAccount deactivate(String username) {
        return http.send(Call.action(path(username) + "/deactivate")).as(UserAccount.class);
    }

    @Override
    public UserAccount activate(String username) {
        return http.send(Call.action(path(username) + "/activate")).as(UserAccount.class);
    }

    @Override
    public UserAccount setRole(String username, Role role) {
        return http.send(Call.put(path(username) + "/role", new RoleChange(role)))
                .as(UserAccount.class);
    }

    @Override
    public IssuedPassword reset(String username) {
        return http.send(Call.start(path(username) + "/reset")).as(IssuedPassword.class);
    }

    private static String path(String username) {
        return "/admin/users/" + Query.segment(username);
    }
}
