package org.quantplatform.spi.auth;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** The platform's users as far as an auth mode may know them: it never sees a hash. */
@ProviderType
public interface UserDirectory {

    /**
     * Compares a password with the stored hash. Takes as long for a name that nobody has. Counts failures for the name and
     * for the address, and answers {@link PasswordCheck.Later} without looking once there were too many, or while too many
     * others are being compared.
     *
     * @param login user name or e-mail address, in any case
     * @param address from where the caller calls
     */
    PasswordCheck check(String login, String password, String address);

    /** What came of it. */
    sealed interface PasswordCheck {

        /** The password is that of this user, who is active. */
        record Right(String username) implements PasswordCheck {}

        /** Wrong password, no such user, or not an active one: which of them is not told. */
        record Wrong() implements PasswordCheck {}

        /** Not compared. */
        record Later(String reason, Duration pause) implements PasswordCheck {}
    }
}
