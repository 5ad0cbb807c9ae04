package org.quantplatform.security.internal.login;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.auth.AuthStatus;
import org.quantplatform.api.auth.KeySet;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.Logins;
import org.quantplatform.api.auth.SessionLogin;
import org.quantplatform.api.auth.Setup;
import org.quantplatform.api.auth.TokenLogin;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.User;
import org.quantplatform.core.identity.UserStore;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;
import org.quantplatform.security.internal.AuthModes;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.auth.AuthResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets callers log in and out through the active auth modes, and the first administrator be made. */
@Component
public final class UserLogins implements Logins {

    private static final Logger LOG = LoggerFactory.getLogger(UserLogins.class);

    private final AuthModes modes;
    private final ApiKeyTokens keys;
    private final UserStore users;
    private final PasswordDirectory passwords;
    private final AuditLog log;
    private final SetupToken token;

    @Activate
    public UserLogins(
            BundleContext context,
            @Reference AuthModes modes,
            @Reference ApiKeyTokens keys,
            @Reference UserStore users,
            @Reference PasswordDirectory passwords,
            @Reference AuditLog log) {
        this(Path.of(context.getProperty("karaf.data")), modes, keys, users, passwords, log);
    }

    UserLogins(
            Path data, AuthModes modes, ApiKeyTokens keys, UserStore users, PasswordDirectory passwords, AuditLog log) {
        this.modes = modes;
        this.keys = keys;
        this.users = users;
        this.passwords = passwords;
        this.log = log;
        this.token = new SetupToken(data.resolve("setup-token"));
        if (!users.hasLogin()) {
            token.ensure();
            LOG.info(
                    "nobody can log in yet; 'quant setup' makes the first administrator with what is in {}",
                    token.file());
        }
    }

    @Override
    public AuthStatus status(Credentials credentials) {
        boolean setup = !users.hasLogin();
        if (keys.isKey(credentials)) {
            return keys.find(credentials)
                    .map(caller -> new AuthStatus(
                            true, modes.names(), setup, caller.mode(), caller.username(), caller.roles(), null))
                    .orElse(nobody(setup));
        }
        for (String name : modes.names()) {
            Optional<AuthMode> mode = modes.find(name);
            if (mode.isPresent() && mode.get().authenticate(credentials) instanceof AuthResult.Granted granted) {
                return new AuthStatus(
                        true, modes.names(), setup, name, granted.username(), granted.roles(), granted.expiresAt());
            }
        }
        return nobody(setup);
    }

    private AuthStatus nobody(boolean setup) {
        return new AuthStatus(false, modes.names(), setup, null, null, Set.of(), null);
    }

    @Override
    public Login login(Credentials credentials) {
        AuthResult.Denied refusal = AuthResult.NO_LOGIN;
        for (AuthMode mode : present()) {
            AuthResult result = mode.login(credentials);
            if (result instanceof AuthResult.Started started) {
                User user = begun(started.username(), credentials);
                return new SessionLogin(started.token(), started.expiresAt(), Accounts.of(user));
            }
            if (result instanceof AuthResult.Issued issued) {
                return tokens(issued, begun(issued.username(), credentials));
            }
            if (result instanceof AuthResult.Later later) {
                record(named(credentials), credentials.address(), "login", "denied");
                throw QuantException.tooMany(later.reason(), later.pause());
            }
            if (result instanceof AuthResult.Denied denied && denied != AuthResult.NO_LOGIN) {
                refusal = denied;
            }
        }
        record(named(credentials), credentials.address(), "login", "denied");
        throw QuantException.of(ErrorCode.UNAUTHENTICATED, refusal.reason());
    }

    /** Each hour of each caller, so that only refusals are recorded. */
    @Override
    public TokenLogin refresh(Credentials credentials) {
        AuthResult.Denied refusal = AuthResult.NO_REFRESH;
        for (AuthMode mode : present()) {
            AuthResult result = mode.refresh(credentials);
            if (result instanceof AuthResult.Issued issued) {
                return tokens(issued, known(issued.username()));
            }
            if (result instanceof AuthResult.Denied denied && denied != AuthResult.NO_REFRESH) {
                refusal = denied;
            }
        }
        record(null, credentials.address(), "token.refresh", "denied");
        throw QuantException.of(ErrorCode.UNAUTHENTICATED, refusal.reason());
    }

    @Override
    public KeySet keys() {
        return new KeySet(
                present().stream().flatMap(mode -> mode.publicKeys().stream()).toList());
    }

    @Override
    public void logout(Credentials credentials) {
        AuthStatus status = status(credentials);
        present().forEach(mode -> mode.logout(credentials));
        String username = status.username();
        if (username != null) {
            record(users.find(username).orElse(null), credentials.address(), "logout", "ok");
        }
    }

    @Override
    public UserAccount setup(Setup setup, String address) {
        try {
            User made = firstAdministrator(setup);
            record(made, address, "setup", "ok");
            return Accounts.of(made);
        } catch (QuantException e) {
            record(null, address, "setup", e.code() == ErrorCode.FORBIDDEN ? "denied" : "failed");
            throw e;
        }
    }

    private User firstAdministrator(Setup setup) {
        if (users.hasLogin()) {
            throw QuantException.of(ErrorCode.CONFLICT, "the first administrator has been made already");
        }
        if (setup.token() == null || !token.matches(setup.token())) {
            throw QuantException.of(
                    ErrorCode.FORBIDDEN, "the token must be the one in the server's file data/setup-token");
        }
        String password = setup.password() == null ? "" : setup.password();
        AccountRules.Entry entry = AccountRules.checked(setup.username(), setup.email(), password);
        User made = users.addFirst(
                new User.Draft(entry.username(), entry.email(), Role.ADMIN, passwords.lasting(password)));
        token.remove();
        return made;
    }

    private User begun(String username, Credentials credentials) {
        User user = known(username);
        users.noteLogin(user.id());
        record(user, credentials.address(), "login", "ok");
        return user;
    }

    private User known(String username) {
        return users.find(username).orElseThrow(() -> QuantException.notFound("user", username));
    }

    private static TokenLogin tokens(AuthResult.Issued issued, User user) {
        long seconds = Math.max(
                0,
                Duration.between(Instant.now(), issued.expiresAt())
                        .plusMillis(500)
                        .toSeconds());
        return new TokenLogin(
                issued.accessToken(), issued.refreshToken(), "Bearer", seconds, issued.expiresAt(), Accounts.of(user));
    }

    private List<AuthMode> present() {
        return modes.names().stream().map(modes::find).flatMap(Optional::stream).toList();
    }

    /** Only a user who exists: people type passwords where a name belongs. */
    private @Nullable User named(Credentials credentials) {
        String name = credentials.values().getOrDefault("username", "");
        return name.isEmpty() || name.length() > 255 ? null : users.find(name).orElse(null);
    }

    private void record(@Nullable User user, String address, String action, String status) {
        long id = user == null ? 0 : user.id();
        String name = user == null ? "" : user.username();
        log.append(new Caller(id, name, Set.of(), "", address), action, null, status);
    }
}
