package org.quantplatform.security.internal.login;

import java.time.Duration;
import org.quantplatform.model.Credentials;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.auth.AuthResult;
import org.quantplatform.spi.auth.SessionStore;
import org.quantplatform.spi.auth.SessionStore.NewSession;
import org.quantplatform.spi.auth.UserDirectory;
import org.quantplatform.spi.auth.UserDirectory.PasswordCheck;

/** An auth mode as a stranger would write it. */
final class PasswordMode implements AuthMode {

    private final UserDirectory users;
    private final SessionStore sessions;

    PasswordMode(UserDirectory users, SessionStore sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    @Override
    public AuthResult authenticate(Credentials credentials) {
        return sessions.find("password", token(credentials))
                .<AuthResult>map(found -> new AuthResult.Granted(found.username(), found.roles(), found.expiresAt()))
                .orElseGet(() -> new AuthResult.Denied("log in first"));
    }

    @Override
    public AuthResult login(Credentials credentials) {
        PasswordCheck check = users.check(
                credentials.values().getOrDefault("username", ""),
                credentials.values().getOrDefault("password", ""),
                credentials.address());
        if (check instanceof PasswordCheck.Right right) {
            NewSession session = sessions.start("password", right.username(), Duration.ofDays(7));
            return new AuthResult.Started(right.username(), session.token(), session.expiresAt());
        }
        return check instanceof PasswordCheck.Later later
                ? new AuthResult.Later(later.reason(), later.pause())
                : new AuthResult.Denied("wrong user name or password");
    }

    @Override
    public void logout(Credentials credentials) {
        sessions.end("password", token(credentials));
    }

    private static String token(Credentials credentials) {
        return credentials.values().getOrDefault("session_token", "");
    }
}
