package org.quantplatform.security.internal.login;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.users.ApiKey;
import org.quantplatform.core.identity.ApiKeyRecords;
import org.quantplatform.core.identity.User;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** Keys in a map by the hash of their token; counts how often it is asked. */
final class MemoryApiKeyRecords implements ApiKeyRecords {

    final Map<String, Draft> rows = new LinkedHashMap<>();
    int asked;
    private final MemoryUsers users;
    private final TestClock clock;

    MemoryApiKeyRecords(MemoryUsers users, TestClock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    public ApiKey add(Draft key, int mostPerOwner) {
        if (list(key.ownerId(), PageRequest.FIRST).total() >= mostPerOwner) {
            throw QuantException.of(ErrorCode.CONFLICT, "too many");
        }
        rows.put(key.tokenHash(), key);
        return shown(key);
    }

    @Override
    public Page<ApiKey> list(long ownerId, PageRequest page) {
        return Page.cut(
                rows.values().stream()
                        .filter(row -> row.ownerId() == ownerId)
                        .map(MemoryApiKeyRecords::shown)
                        .toList(),
                page);
    }

    @Override
    public boolean remove(long ownerId, String id) {
        return rows.values()
                .removeIf(row -> row.ownerId() == ownerId && row.id().equals(id));
    }

    @Override
    public Optional<Found> find(String tokenHash) {
        asked++;
        return Optional.ofNullable(rows.get(tokenHash))
                .filter(row -> row.expiresAt() == null || row.expiresAt().isAfter(clock.instant()))
                .flatMap(this::found);
    }

    private Optional<Found> found(Draft row) {
        return users.users.values().stream()
                .filter(user -> user.id() == row.ownerId() && user.active())
                .map(user -> found(row, user))
                .findFirst();
    }

    private static Found found(Draft row, User user) {
        boolean change = user.password() != null && user.password().changeRequired();
        return new Found(row.id(), user.id(), user.username(), user.role(), change, row.scopes(), row.expiresAt());
    }

    private static ApiKey shown(Draft row) {
        Instant now = MemoryUsers.NOW;
        return new ApiKey(row.id(), row.name(), row.scopes().stream().sorted().toList(), now, row.expiresAt(), null);
    }
}
