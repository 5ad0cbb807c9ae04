package org.quantplatform.spi.auth;

import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.model.Credentials;

/**
 * A way to find out who a caller is. One instance serves all threads. What a mode must keep it keeps through {@link
 * UserDirectory} and {@link SessionStore}.
 */
@ConsumerType
public interface AuthMode {

    /** Asked for every call that needs a caller, so it must be quick; it never waits for a password hash. */
    AuthResult authenticate(Credentials credentials);

    /**
     * Begins a session; a token that comes along with the credentials is never taken over.
     *
     * @return {@link AuthResult.Started} when the caller is let in; the default knows no login
     */
    default AuthResult login(Credentials credentials) {
        return AuthResult.NO_LOGIN;
    }

    /** Ends the session that the credentials name; nothing happens when there is none. */
    default void logout(Credentials credentials) {}
}
