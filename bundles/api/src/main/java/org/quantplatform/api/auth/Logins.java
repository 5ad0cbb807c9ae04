package org.quantplatform.api.auth;

import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.model.Credentials;

/** The way to a session for callers who are not known yet. Every login and refusal leaves an audit record. */
@ProviderType
public interface Logins {

    /** Whoever asks is told; never a refusal for want of a login. */
    AuthStatus status(Credentials credentials);

    /**
     * Begins a session in the first active auth mode that lets the caller in.
     *
     * @param credentials {@code username} (a name or an e-mail address) and {@code password}, or those of an {@link
     *     AwsLoginRequest}
     * @throws org.quantplatform.model.QuantException {@code UNAUTHENTICATED}, or {@code QUOTA_EXCEEDED} after too many
     *     failures or while too many log in at once
     */
    Login login(Credentials credentials);

    /**
     * Exchanges a refresh token for the next two tokens. One that was used before ends its session.
     *
     * @param credentials {@code refresh_token}
     * @throws org.quantplatform.model.QuantException {@code UNAUTHENTICATED} when no active auth mode takes the token
     */
    TokenLogin refresh(Credentials credentials);

    /** Of all active auth modes; empty when none gives tokens that others can verify. */
    KeySet keys();

    /** Ends the session that the credentials name; nothing happens when there is none. */
    void logout(Credentials credentials);

    /**
     * Makes the first administrator, once in the life of a platform.
     *
     * @throws org.quantplatform.model.QuantException {@code CONFLICT} when somebody can log in already, {@code FORBIDDEN}
     *     when the token is not the one in the server's {@code data/setup-token}
     */
    UserAccount setup(Setup setup, String address);
}
