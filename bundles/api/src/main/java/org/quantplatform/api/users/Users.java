package org.quantplatform.api.users;

import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.model.Role;

/**
 * All users. What changes a user takes effect on that user's next call. The last administrator who can log in stays one
 * ({@code CONFLICT}).
 */
@ProviderType
public interface Users {

    /** In order of user name. */
    @Access(Permission.USER_MANAGE)
    Page<UserAccount> list(PageRequest page);

    /**
     * @throws org.quantplatform.model.QuantException {@code CONFLICT} when name or e-mail address are taken
     */
    @Access(value = Permission.USER_MANAGE, audit = "user.create")
    IssuedPassword create(NewUser user);

    /** Ends all sessions of the user, who cannot log in any more; what the user made stays. */
    @Access(value = Permission.USER_MANAGE, audit = "user.deactivate")
    UserAccount deactivate(String username);

    /** A user of another house, such as AWS, is then whoever logs in next under that user's outside name. */
    @Access(value = Permission.USER_MANAGE, audit = "user.activate")
    UserAccount activate(String username);

    @Access(value = Permission.USER_MANAGE, audit = "user.role")
    UserAccount setRole(String username, Role role);

    /**
     * Ends all sessions of the user and makes a new password, as for a user that is created without one.
     *
     * @throws org.quantplatform.model.QuantException {@code CONFLICT} when the user logs in without a password
     */
    @Access(value = Permission.USER_MANAGE, audit = "user.reset")
    IssuedPassword reset(String username);
}
