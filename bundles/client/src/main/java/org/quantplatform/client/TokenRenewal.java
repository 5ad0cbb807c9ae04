package org.quantplatform.client;

import java.util.Optional;
import org.quantplatform.client.ClientSettings.Token;

/** Finds a new token when the server has refused the one in use. */
public interface TokenRenewal {

    /** Keeps to the token of the settings. */
    TokenRenewal NONE = refused -> Optional.empty();

    /**
     * Called by one thread at a time, and not again for a token that has been replaced meanwhile.
     *
     * @return empty when there is none, so that the caller has to log in again
     */
    Optional<Token> renew(Token refused);
}
