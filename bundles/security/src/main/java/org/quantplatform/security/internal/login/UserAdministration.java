package org.quantplatform.security.internal.login;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.users.IssuedPassword;
import org.quantplatform.api.users.NewUser;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.api.users.Users;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.identity.User;
import org.quantplatform.core.identity.UserStore;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;

/** Lets administrators manage users. */
@Component
public final class UserAdministration implements CallerService<Users>, Users {

    private final UserStore users;
    private final PasswordDirectory passwords;
    private final TokenSessions sessions;
    private final ApiKeyTokens keys;

    @Activate
    public UserAdministration(
            @Reference UserStore users,
            @Reference PasswordDirectory passwords,
            @Reference TokenSessions sessions,
            @Reference ApiKeyTokens keys) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    public Class<Users> type() {
        return Users.class;
    }

    @Override
    public Users forCaller(Caller caller) {
        return this;
    }

    @Override
    public Page<UserAccount> list(PageRequest page) {
        return users.list(page).map(Accounts::of);
    }

    @Override
    public IssuedPassword create(NewUser user) {
        AccountRules.Entry entry = AccountRules.checked(user.username(), user.email(), user.password());
        @Nullable String made = entry.password() == null ? Tokens.password() : null;
        User.Password password = made == null ? passwords.lasting(entry.password()) : passwords.temporary(made);
        Role role = user.role() == null ? Role.USER : user.role();
        User stored = users.add(new User.Draft(entry.username(), entry.email(), role, password));
        return new IssuedPassword(Accounts.of(stored), made);
    }

    @Override
    public UserAccount deactivate(String username) {
        User user = known(username);
        users.setActive(user.id(), false);
        sessions.endAll(user.id());
        keys.forget(user.id());
        return Accounts.of(known(username));
    }

    @Override
    public UserAccount activate(String username) {
        users.setActive(known(username).id(), true);
        return Accounts.of(known(username));
    }

    @Override
    public UserAccount setRole(String username, Role role) {
        User user = known(username);
        users.setRole(user.id(), role);
        sessions.forget(user.id());
        keys.forget(user.id());
        return Accounts.of(known(username));
    }

    @Override
    public IssuedPassword reset(String username) {
        User user = known(username);
        if (user.password() == null) {
            throw QuantException.of(
                    ErrorCode.CONFLICT, "'" + user.username() + "' logs in without a password of this platform");
        }
        String made = Tokens.password();
        users.setPassword(user.id(), passwords.temporary(made));
        sessions.endAll(user.id());
        keys.forget(user.id());
        return new IssuedPassword(Accounts.of(known(username)), made);
    }

    /** Users whom the platform made for calls from its own machine are not managed. */
    private User known(String username) {
        return users.find(username).filter(User::hasLogin).orElseThrow(() -> QuantException.notFound("user", username));
    }
}
