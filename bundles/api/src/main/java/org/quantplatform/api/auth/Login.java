package org.quantplatform.api.auth;

import java.time.Instant;
import org.quantplatform.api.users.UserAccount;

/** A session that has begun; the auth mode decides by what the caller proves it from now on. */
public sealed interface Login permits SessionLogin, TokenLogin {

    /** When the proof expires. */
    Instant expiresAt();

    UserAccount user();
}
