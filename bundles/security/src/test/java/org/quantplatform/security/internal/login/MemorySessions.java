package org.quantplatform.security.internal.login;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.identity.SessionRecords;
import org.quantplatform.core.identity.User;

/** Sessions in a map that all began when the tests do; counts how often it is asked. */
final class MemorySessions implements SessionRecords {

    private record Row(long userId, String mode, Instant expiresAt, @Nullable String refreshToken) {}

    final Map<String, Row> rows = new ConcurrentHashMap<>();
    int asked;
    private final MemoryUsers users;

    MemorySessions(MemoryUsers users) {
        this.users = users;
    }

    @Override
    public void add(String tokenHash, long userId, String mode, Instant expiresAt) {
        rows.put(tokenHash, new Row(userId, mode, expiresAt, null));
    }

    @Override
    public Optional<Found> find(String tokenHash) {
        asked++;
        return Optional.ofNullable(rows.get(tokenHash)).flatMap(this::found);
    }

    @Override
    public synchronized boolean exchange(String tokenHash, @Nullable String present, String next, Instant expiresAt) {
        Row row = rows.get(tokenHash);
        if (row == null || !Objects.equals(row.refreshToken(), present)) {
            return false;
        }
        rows.put(tokenHash, new Row(row.userId(), row.mode(), expiresAt, next));
        return true;
    }

    @Override
    public void remove(String tokenHash) {
        rows.remove(tokenHash);
    }

    @Override
    public void removeOf(long userId) {
        rows.values().removeIf(row -> row.userId() == userId);
    }

    private Optional<Found> found(Row row) {
        return users.users.values().stream()
                .filter(user -> user.id() == row.userId() && user.active())
                .map(user -> found(row, user))
                .findFirst();
    }

    private static Found found(Row row, User user) {
        User.Password password = user.password();
        boolean change = password != null && password.changeRequired();
        return new Found(user.id(), user.username(), user.role(), change, row.mode(), MemoryUsers.NOW, row.expiresAt());
    }
}
