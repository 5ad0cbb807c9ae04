package org.quantplatform.security.internal.login;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.users.Account;
import org.quantplatform.api.users.PasswordChange;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.identity.User;
import org.quantplatform.core.identity.UserStore;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.auth.UserDirectory.PasswordCheck;

/** Lets callers see their account and change their password. */
@Component
public final class OwnAccount implements CallerService<Account> {

    private final UserStore users;
    private final PasswordDirectory passwords;
    private final TokenSessions sessions;

    @Activate
    public OwnAccount(
            @Reference UserStore users, @Reference PasswordDirectory passwords, @Reference TokenSessions sessions) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @Override
    public Class<Account> type() {
        return Account.class;
    }

    @Override
    public Account forCaller(Caller caller) {
        return new Own(caller);
    }

    private User user(Caller caller) {
        return users.find(caller.username()).orElseThrow(() -> QuantException.notFound("user", caller.username()));
    }

    private void change(Caller caller, PasswordChange change) {
        if (user(caller).password() == null) {
            throw QuantException.of(
                    ErrorCode.CONFLICT, "'" + caller.username() + "' logs in without a password of this platform");
        }
        String current = change.currentPassword() == null ? "" : change.currentPassword();
        Optional<String> wrong = AccountRules.wrong(change.newPassword(), caller.username());
        if (wrong.isPresent()) {
            throw QuantException.invalid("new_password", wrong.get());
        }
        if (change.newPassword().equals(current)) {
            throw QuantException.invalid("new_password", "must differ from the current one");
        }
        PasswordCheck check = passwords.check(caller.username(), current, caller.address());
        if (check instanceof PasswordCheck.Later later) {
            throw QuantException.tooMany(later.reason(), later.pause());
        }
        if (check instanceof PasswordCheck.Wrong) {
            throw QuantException.invalid("current_password", "is not right");
        }
        users.setPassword(caller.userId(), passwords.lasting(change.newPassword()));
        sessions.endAll(caller.userId());
    }

    /** The account of one caller. */
    private final class Own implements Account {

        private final Caller caller;

        Own(Caller caller) {
            this.caller = caller;
        }

        @Override
        public UserAccount get() {
            return Accounts.of(user(caller));
        }

        @Override
        public UserAccount changePassword(PasswordChange change) {
            change(caller, change);
            return get();
        }
    }
}
