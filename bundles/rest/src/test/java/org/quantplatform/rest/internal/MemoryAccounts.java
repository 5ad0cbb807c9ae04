package org.quantplatform.rest.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
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

/** Users in a map, all with the password {@code right}; the account of whoever asks is ann's. */
final class MemoryAccounts implements Users, Account, Logins {

    static final String TOKEN = "ab".repeat(32);

    final Map<String, UserAccount> users = new TreeMap<>();
    final Set<String> live = ConcurrentHashMap.newKeySet();

    MemoryAccounts() {
        users.put("ann", user("ann", Role.ADMIN));
    }

    @Override
    public AuthStatus status(Credentials credentials) {
        String token = credentials.values().getOrDefault("session_token", "");
        return live.contains(token)
                ? new AuthStatus(true, List.of("simple"), false, "simple", "ann", Set.of(Role.ADMIN), null)
                : new AuthStatus(false, List.of("simple"), false, null, null, Set.of(), null);
    }

    @Override
    public Login login(Credentials credentials) {
        if ("locked".equals(credentials.values().get("username"))) {
            throw QuantException.tooMany("too many wrong passwords", Duration.ofMillis(29_001));
        }
        boolean signed = "signed".equals(credentials.values().get("aws.header.Authorization"));
        if (!signed && !"right".equals(credentials.values().get("password"))) {
            throw QuantException.of(ErrorCode.UNAUTHENTICATED, "wrong user name or password");
        }
        live.add(TOKEN);
        return new SessionLogin(TOKEN, Instant.now().plus(Duration.ofDays(7)), get());
    }

    @Override
    public TokenLogin refresh(Credentials credentials) {
        if (!"right".equals(credentials.values().get("refresh_token"))) {
            throw QuantException.of(ErrorCode.UNAUTHENTICATED, "log in again");
        }
        return new TokenLogin("a.b.c", "next", "Bearer", 3600, Instant.now().plusSeconds(3600), get());
    }

    @Override
    public KeySet keys() {
        return new KeySet(List.of(Map.of("kty", "OKP", "kid", "k1")));
    }

    @Override
    public void logout(Credentials credentials) {
        live.remove(credentials.values().getOrDefault("session_token", ""));
    }

    @Override
    public UserAccount setup(Setup setup, String address) {
        throw QuantException.of(ErrorCode.CONFLICT, "the first administrator has been made already");
    }

    @Override
    public UserAccount get() {
        return known("ann");
    }

    @Override
    public UserAccount changePassword(PasswordChange change) {
        if (!"right".equals(change.currentPassword())) {
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
        users.put(
                user.username(),
                user(user.username(), Optional.ofNullable(user.role()).orElse(Role.USER)));
        return new IssuedPassword(known(user.username()), user.password() == null ? "made" : null);
    }

    @Override
    public UserAccount deactivate(String username) {
        return change(username, u -> copy(u, u.role(), false));
    }

    @Override
    public UserAccount activate(String username) {
        return change(username, u -> copy(u, u.role(), true));
    }

    @Override
    public UserAccount setRole(String username, Role role) {
        return change(username, u -> copy(u, role, u.active()));
    }

    @Override
    public IssuedPassword reset(String username) {
        return new IssuedPassword(known(username), "made");
    }

    private UserAccount change(String username, UnaryOperator<UserAccount> change) {
        users.put(username, change.apply(known(username)));
        return known(username);
    }

    private UserAccount known(String username) {
        return Optional.ofNullable(users.get(username)).orElseThrow(() -> QuantException.notFound("user", username));
    }

    private static UserAccount user(String name, Role role) {
        return new UserAccount(name, null, role, true, false, null, MemoryPlatform.NOW);
    }

    private static UserAccount copy(UserAccount user, Role role, boolean active) {
        return new UserAccount(user.username(), user.email(), role, active, false, null, user.createdAt());
    }
}
