package org.quantplatform.security.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.identity.LoginFailures;
import org.quantplatform.core.identity.User;
import org.quantplatform.core.identity.UserStore;
import org.quantplatform.model.QuantException;
import org.quantplatform.security.internal.SecurityConfig;
import org.quantplatform.spi.auth.UserDirectory;

/** Makes and compares passwords; nobody else knows the hashes. */
@Component(
        service = {UserDirectory.class, PasswordDirectory.class},
        configurationPid = "org.quantplatform.security")
public final class PasswordDirectory implements UserDirectory {

    private static final int LONGEST_LOGIN = 255;
    private static final Duration TEMPORARY = Duration.ofHours(24);

    private final UserStore users;
    private final LockOut lockOut;
    private final Clock clock;
    private volatile PasswordHashes hashes;
    private final HashGate gate = new HashGate();

    /** Compared where there is no hash, so that the answer takes as long. */
    private volatile String nobody;

    @Activate
    public PasswordDirectory(@Reference UserStore users, @Reference LoginFailures failures, SecurityConfig config) {
        this(users, failures, new BcryptHashes(config.password_cost()), Clock.systemUTC());
    }

    PasswordDirectory(UserStore users, LoginFailures failures, PasswordHashes hashes, Clock clock) {
        this.users = users;
        this.lockOut = new LockOut(failures, clock);
        this.clock = clock;
        this.hashes = hashes;
        this.nobody = hashes.hash(Tokens.password());
    }

    /** New hashes take the new cost; those of the old one still match. */
    @Modified
    public void changed(SecurityConfig config) {
        PasswordHashes next = new BcryptHashes(config.password_cost());
        nobody = next.hash(Tokens.password());
        hashes = next;
    }

    @Override
    public PasswordCheck check(String login, String password, String address) {
        try {
            return gate.pass(() -> compare(login, password, address));
        } catch (QuantException e) {
            return new PasswordCheck.Later(
                    String.valueOf(e.getMessage()), e.retryAfter().orElseThrow(() -> e));
        }
    }

    /** The hash of a password that keeps the rules. */
    User.Password lasting(String password) {
        return User.Password.lasting(gate.pass(() -> hashes.hash(password)));
    }

    User.Password temporary(String password) {
        return User.Password.temporary(
                gate.pass(() -> hashes.hash(password)), clock.instant().plus(TEMPORARY));
    }

    /** In the gate, so that a lock that others have just earned counts for those who waited. */
    private PasswordCheck compare(String login, String password, String address) {
        Optional<User> user = login.length() > LONGEST_LOGIN ? Optional.empty() : users.find(login);
        LockOut.Subjects subjects = LockOut.Subjects.of(user.map(User::username).orElse(login), address);
        Optional<Duration> locked = lockOut.remaining(subjects);
        if (locked.isPresent()) {
            return new PasswordCheck.Later("too many wrong passwords", locked.get());
        }
        @Nullable String hash = user.map(this::usable).orElse(null);
        boolean same = hashes.matches(hash == null ? nobody : hash, password);
        if (hash == null || !same) {
            lockOut.failed(subjects);
            return new PasswordCheck.Wrong();
        }
        lockOut.succeeded(subjects);
        return new PasswordCheck.Right(user.get().username());
    }

    private @Nullable String usable(User user) {
        User.Password password = user.password();
        if (password == null || !user.active()) {
            return null;
        }
        Instant end = password.expiresAt();
        return end == null || end.isAfter(clock.instant()) ? password.hash() : null;
    }
}
