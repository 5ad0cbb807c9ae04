package org.quantplatform.spi.auth;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.model.Role;

/** Users whom somebody outside the platform vouches for; they have no password here. */
@ProviderType
public interface ExternalUsers {

    /**
     * The name of the user of this identity, who is made when there is none yet. Roles that an administrator has given
     * since then stay.
     *
     * @return empty when the user is not active, or was made for an identity of the same name but another key; an
     *     administrator who activates the user lets the next key in
     */
    Optional<String> admit(ExternalIdentity identity);

    /**
     * Who somebody is outside.
     *
     * @param username in lower case, with a colon, so that no user with a password can have it
     * @param subject how the outside names the identity, such as an ARN
     * @param key never given to two identities, at most 128 characters
     * @param account that the identity belongs to, at most 12 characters
     * @param role of a user who is made
     */
    record ExternalIdentity(String username, String subject, String key, String account, Role role) {}
}
