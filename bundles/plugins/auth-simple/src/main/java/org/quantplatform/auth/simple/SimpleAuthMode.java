package org.quantplatform.auth.simple;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.Role;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.auth.AuthResult;
import org.quantplatform.spi.auth.SessionStore;
import org.quantplatform.spi.auth.SessionStore.NewSession;
import org.quantplatform.spi.auth.UserDirectory;
import org.quantplatform.spi.auth.UserDirectory.PasswordCheck;

/**
 * Lets users in who have logged in with a password, by the token of their session. Whoever has the server's own shell owns
 * the machine and is its administrator {@code console}.
 */
@Plugin(id = "simple", title = "User name and password")
@Component(configurationPid = "org.quantplatform.auth.simple")
@Designate(ocd = SimpleAuthConfig.class)
public final class SimpleAuthMode implements AuthMode {

    private static final String ID = "simple";
    private static final AuthResult CONSOLE = new AuthResult.Granted("console", Set.of(Role.ADMIN));
    private static final AuthResult.Denied LOG_IN = new AuthResult.Denied("log in first");
    private static final AuthResult.Denied ENDED = new AuthResult.Denied("the session has ended, log in again");
    private static final AuthResult.Denied WRONG = new AuthResult.Denied("wrong user name or password");

    private final UserDirectory users;
    private final SessionStore sessions;
    private final Duration lifetime;

    @Activate
    public SimpleAuthMode(@Reference UserDirectory users, @Reference SessionStore sessions, SimpleAuthConfig config) {
        this(users, sessions, Duration.ofHours(Math.max(1, config.session_hours())));
    }

    SimpleAuthMode(UserDirectory users, SessionStore sessions, Duration lifetime) {
        this.users = users;
        this.sessions = sessions;
        this.lifetime = lifetime;
    }

    @Override
    public AuthResult authenticate(Credentials credentials) {
        if (credentials.address().equals("console")) {
            return CONSOLE;
        }
        Optional<String> token = token(credentials);
        if (token.isEmpty()) {
            return LOG_IN;
        }
        return sessions.find(ID, token.get())
                .<AuthResult>map(found -> new AuthResult.Granted(found.username(), found.roles(), found.expiresAt()))
                .orElse(ENDED);
    }

    @Override
    public AuthResult login(Credentials credentials) {
        if (!credentials.values().containsKey("password")) {
            return AuthResult.NO_LOGIN;
        }
        String name = credentials.values().getOrDefault("username", "");
        String password = credentials.values().getOrDefault("password", "");
        PasswordCheck check = users.check(name, password, credentials.address());
        if (check instanceof PasswordCheck.Right right) {
            NewSession session = sessions.start(ID, right.username(), lifetime);
            return new AuthResult.Started(right.username(), session.token(), session.expiresAt());
        }
        return check instanceof PasswordCheck.Later later ? new AuthResult.Later(later.reason(), later.pause()) : WRONG;
    }

    @Override
    public void logout(Credentials credentials) {
        token(credentials).ifPresent(token -> sessions.end(ID, token));
    }

    private static Optional<String> token(Credentials credentials) {
        return Optional.ofNullable(credentials.values().get("session_token"));
    }
}
