package org.quantplatform.spi.auth;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Where auth modes keep on this machine what must not be in the database, such as private keys. */
@ProviderType
public interface PrivateFolder {

    /**
     * The folder of one mode in the server's {@code data/}, made when it is not there; the server's owner alone may enter
     * it. Files in it should be made with the permissions {@code rw-------}.
     *
     * @param mode id of the auth mode, {@code a-z 0-9 -}
     */
    Path of(String mode);
}
