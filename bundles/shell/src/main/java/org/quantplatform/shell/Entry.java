package org.quantplatform.shell;

import java.util.Optional;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.Logins;

/** The way in, and what is kept of it between two commands. */
public interface Entry {

    Logins logins();

    /** Whether commands need a session that somebody has begun. */
    boolean needed();

    /** Lets the following commands be made in this session. */
    void keep(Login login);

    void forget();

    /** The secret by which the first administrator is made, where this program may read it. */
    Optional<String> setupToken();
}
