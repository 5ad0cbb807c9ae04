package org.quantplatform.spi.auth;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.model.Credentials;

/**
 * A way to find out who a caller is. One instance serves all threads. What a mode must keep it keeps through {@link
 * UserDirectory}, {@link SessionStore}, {@link RefreshTokens} and {@link PrivateFolder}.
 */
@ConsumerType
public interface AuthMode {

    /** Asked for every call that needs a caller, so it must be quick; it never waits for a password hash. */
    AuthResult authenticate(Credentials credentials);

    /**
     * Begins a session; a token that comes along with the credentials is never taken over.
     *
     * @return {@link AuthResult.Started} or {@link AuthResult.Issued} when the caller is let in; the default knows no login
     */
    default AuthResult login(Credentials credentials) {
        return AuthResult.NO_LOGIN;
    }

    /**
     * Prolongs the session of the refresh token that stands under {@code refresh_token} in the credentials.
     *
     * @return {@link AuthResult.Issued} when it was taken; the default knows no such tokens
     */
    default AuthResult refresh(Credentials credentials) {
        return AuthResult.NO_REFRESH;
    }

    /** Ends the session that the credentials name; nothing happens when there is none. */
    default void logout(Credentials credentials) {}

    /**
     * Whether callers from other machines may get in. While every active mode says no, API keys, which know no place, let
     * nobody in either.
     */
    default boolean takesCallersFromElsewhere() {
        return true;
    }

    /**
     * The public keys with which anybody may verify the tokens of this mode, each by the members of a JSON Web Key (RFC
     * 7517); empty for tokens that only the server can verify.
     */
    default List<Map<String, String>> publicKeys() {
        return List.of();
    }
}
