package org.quantplatform.shell;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.auth.AuthStatus;
import org.quantplatform.api.auth.KeySet;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.Logins;
import org.quantplatform.api.auth.SessionLogin;
import org.quantplatform.api.auth.Setup;
import org.quantplatform.api.auth.TokenLogin;
import org.quantplatform.api.users.Account;
import org.quantplatform.api.users.IssuedPassword;
import org.quantplatform.api.users.NewUser;
import org.quantplatform.api.users.PasswordChange;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.api.users.Users;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;

/** Users in a map with the password {@code right}, and a person who answers questions in turn. */
final class MemoryAccounts implements Users, Account, Logins, Entry, Prompts {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    final Map<String, UserAccount> users = new TreeMap<>();
    final Deque<String> answers = new ArrayDeque<>();

    @Nullable
    Login kept;

    @Nullable
    Setup setup;

    @Override
    public Optional<String> line(String prompt) {
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<String> secret(String prompt) {
        return Optional.ofNullable(answers.poll());
    }

    @Override
    public Logins logins() {
        return this;
    }

    @Override
    public boolean needed() {
        return true;
    }

    /** Signed for whatever server is named. */
    @Override
    public Credentials awsProof(@Nullable String serverName) {
        return new Credentials(
                Map.of("aws.url", "https://sts.amazonaws.com/", "username", "ann", "password", "right"), "console");
    }

    @Override
    public void keep(Login login) {
        kept = login;
    }

    @Override
    public void forget() {
        kept = null;
    }

    @Override
    public Optional<String> setupToken() {
        return Optional.of("token");
    }

    @Override
    public AuthStatus status(Credentials credentials) {
        return kept == null
                ? new AuthStatus(false, List.of("simple"), users.isEmpty(), null, null, Set.of(), null)
                : new AuthStatus(
                        true, List.of("simple"), false, "simple", kept.user().username(), Set.of(Role.USER), NOW);
    }

    @Override
    public Login login(Credentials credentials) {
        if (!"right".equals(credentials.values().get("password"))) {
            throw QuantException.of(ErrorCode.UNAUTHENTICATED, "wrong user name or password");
        }
        return new SessionLogin("secret token", NOW, known(credentials.values().get("username")));
    }

    @Override
    public TokenLogin refresh(Credentials credentials) {
        throw QuantException.of(ErrorCode.UNAUTHENTICATED, "log in again");
    }

    @Override
    public KeySet keys() {
        return new KeySet(List.of());
    }

    @Override
    public void logout(Credentials credentials) {
        users.remove("nobody");
    }

    @Override
    public UserAccount setup(Setup wanted, String address) {
        setup = wanted;
        return add(wanted.username(), Role.ADMIN);
    }

    @Override
    public UserAccount get() {
        return known("ann");
    }

    @Override
    public UserAccount changePassword(PasswordChange change) {
        if (!change.currentPassword().equals("right")) {
            throw QuantException.invalid("current_password", "is not right");
        }
        return get();
    }

    @Override
    public Page<UserAccount> list(PageRequest page) {
        return Page.cut(List.copyOf(users.values()), page);
    }

    @Override
    public IssuedPassword create(NewUser user) {
        Role role = user.role() == null ? Role.USER : user.role();
        return new IssuedPassword(add(user.username(), role), "made-password");
    }

    @Override
    public UserAccount deactivate(String username) {
        return put(username, known(username).role(), false);
    }

    @Override
    public UserAccount activate(String username) {
        return put(username, known(username).role(), true);
    }

    @Override
    public UserAccount setRole(String username, Role role) {
        return put(username, role, known(username).active());
    }

    @Override
    public IssuedPassword reset(String username) {
        return new IssuedPassword(known(username), "made-password");
    }

    UserAccount add(String username, Role role) {
        return put(username, role, true);
    }

    private UserAccount put(String username, Role role, boolean active) {
        UserAccount user = new UserAccount(username, null, role, active, false, null, NOW);
        users.put(username, user);
        return user;
    }

    private UserAccount known(@Nullable String username) {
        return Optional.ofNullable(users.get(username)).orElseThrow(() -> QuantException.notFound("user", username));
    }
}
