package org.quantplatform.api;

import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.model.Credentials;

/** The door: every face opens its sessions here. */
@ProviderType
public interface Sessions {

    /**
     * Asks the active auth modes who the caller is.
     *
     * @throws org.quantplatform.model.QuantException {@code UNAUTHENTICATED} when no mode lets the caller in, {@code
     *     UNAVAILABLE} while the platform is not ready
     */
    PlatformSession open(Credentials credentials);
}
