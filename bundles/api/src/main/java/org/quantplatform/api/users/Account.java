package org.quantplatform.api.users;

import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Permission;

/** The caller's own account. */
@ProviderType
public interface Account {

    @Access(Permission.ACCOUNT)
    UserAccount get();

    /**
     * Changes the password and ends every session of the user, the one that asks among them.
     *
     * @throws org.quantplatform.model.QuantException {@code INVALID_REQUEST} on {@code current_password} or {@code
     *     new_password}, {@code QUOTA_EXCEEDED} after too many wrong passwords
     */
    @Access(value = Permission.ACCOUNT, audit = "account.password")
    UserAccount changePassword(PasswordChange change);
}
