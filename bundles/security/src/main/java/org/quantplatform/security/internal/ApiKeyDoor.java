package org.quantplatform.security.internal;

import java.util.Optional;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Credentials;

/** Lets callers in by API keys, whichever auth modes are active, as long as one of them lets in callers from elsewhere. */
public interface ApiKeyDoor {

    /** The mode of callers who came by a key. */
    String MODE = "api-key";

    /** Whether the credentials are an API key, so that no auth mode is asked about them. */
    boolean isKey(Credentials credentials);

    /** Empty when the key does not count. */
    Optional<Caller> find(Credentials credentials);
}
