package org.quantplatform.security.internal.login;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.core.identity.User;
import org.quantplatform.core.identity.UserStore;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;

/** Users in a map. */
final class MemoryUsers implements UserStore {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    final Map<String, User> users = new TreeMap<>();

    @Override
    public synchronized long ensureUser(String username, Set<Role> roles) {
        return users.computeIfAbsent(
                        username,
                        name -> new User(
                                users.size() + 1L, name, null, roles.iterator().next(), true, null, null, null, NOW))
                .id();
    }

    @Override
    public synchronized Optional<User> find(String login) {
        return users.values().stream()
                .filter(user -> login.equalsIgnoreCase(user.username()) || login.equalsIgnoreCase(user.email()))
                .findFirst();
    }

    @Override
    public synchronized Page<User> list(PageRequest page) {
        return Page.cut(List.copyOf(users.values()), page);
    }

    @Override
    public synchronized boolean hasLogin() {
        return users.values().stream().anyMatch(User::hasLogin);
    }

    @Override
    public synchronized User add(User.Draft draft) {
        if (users.containsKey(draft.username())) {
            throw QuantException.of(ErrorCode.CONFLICT, "taken");
        }
        User user = new User(
                users.size() + 1L,
                draft.username(),
                draft.email(),
                draft.role(),
                true,
                draft.password(),
                null,
                null,
                NOW);
        users.put(user.username(), user);
        return user;
    }

    @Override
    public synchronized User addFirst(User.Draft draft) {
        if (hasLogin()) {
            throw QuantException.of(ErrorCode.CONFLICT, "made already");
        }
        return add(draft);
    }

    @Override
    public void setPassword(long userId, User.Password password) {
        change(userId, u -> copy(u, u.role(), u.active(), password));
    }

    @Override
    public void setRole(long userId, Role role) {
        change(userId, u -> copy(u, role, u.active(), u.password()));
    }

    @Override
    public void setActive(long userId, boolean active) {
        change(userId, u -> copy(u, u.role(), active, u.password()));
    }

    @Override
    public void noteLogin(long userId) {
        change(
                userId,
                u -> new User(
                        u.id(),
                        u.username(),
                        u.email(),
                        u.role(),
                        u.active(),
                        u.password(),
                        u.subject(),
                        NOW,
                        u.createdAt()));
    }

    /** As if somebody outside vouched for this user. */
    synchronized void addExternal(String username, String subject, Role role) {
        users.put(username, new User(users.size() + 1L, username, null, role, true, null, subject, null, NOW));
    }

    private synchronized void change(long id, UnaryOperator<User> change) {
        users.replaceAll((name, user) -> user.id() == id ? change.apply(user) : user);
    }

    private static User copy(User u, Role role, boolean active, User.Password password) {
        return new User(
                u.id(), u.username(), u.email(), role, active, password, u.subject(), u.lastLogin(), u.createdAt());
    }
}
