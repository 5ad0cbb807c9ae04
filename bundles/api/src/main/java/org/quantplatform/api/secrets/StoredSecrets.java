package org.quantplatform.api.secrets;

import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;

/** Keys and passwords for plug-ins, encrypted where they are stored. Callers never get a value back. */
@ProviderType
public interface StoredSecrets {

    /** In order of name. */
    @Access(Permission.SECRET_MANAGE)
    Page<SecretInfo> list(PageRequest page);

    /**
     * Stores the secret, in place of the one of that name if there is one.
     *
     * @param name 1 to 64 of {@code a-z 0-9 . _ -}, beginning with a letter or digit
     */
    @Access(value = Permission.SECRET_MANAGE, audit = "secret.set")
    SecretInfo set(String name, SecretValue value);

    @Access(value = Permission.SECRET_MANAGE, audit = "secret.delete")
    void delete(String name);
}
