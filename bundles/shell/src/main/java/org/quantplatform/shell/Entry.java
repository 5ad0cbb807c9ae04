package org.quantplatform.shell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.Logins;
import org.quantplatform.model.Credentials;

/** The way in, and what is kept of it between two commands. */
public interface Entry {

    Logins logins();

    /** Whether commands need a session that somebody has begun. */
    boolean needed();

    /**
     * Who this program is to AWS, signed for the server of this name.
     *
     * @param serverName null for the name by which the server is addressed
     * @throws org.quantplatform.model.QuantException {@code UNAUTHENTICATED} when there are no keys of AWS
     */
    Credentials awsProof(@Nullable String serverName);

    /** Lets the following commands be made in this session. */
    void keep(Login login);

    void forget();

    /** The secret by which the first administrator is made, where this program may read it. */
    Optional<String> setupToken();
}
