package org.quantplatform.spi.auth;

import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.model.Credentials;

/** A way to find out who a caller is. One instance serves all threads. */
@ConsumerType
public interface AuthMode {

    AuthResult authenticate(Credentials credentials);
}
