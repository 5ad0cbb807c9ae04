package org.quantplatform.store.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;
import org.quantplatform.api.users.ApiKey;
import org.quantplatform.core.identity.ApiKeyRecords;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;

/** API keys in the database. */
@Component
public final class StoredApiKeys implements ApiKeyRecords {

    private final Database database;

    @Activate
    public StoredApiKeys(@Reference Database database) {
        this.database = database;
    }

    @Override
    public ApiKey add(Draft key, int mostPerOwner) {
        return database.write(session -> {
            session.number("select id from users where id = ? for update", key.ownerId());
            if (session.number("select count(*) from api_keys where owner_id = ?", key.ownerId()) >= mostPerOwner) {
                throw QuantException.of(
                        ErrorCode.CONFLICT, "there are " + mostPerOwner + " keys already; revoke one first");
            }
            return session.first(
                            """
                            insert into api_keys (id, owner_id, name, token_hash, scopes, expires_at)
                            values (?, ?, ?, ?, ?, ?) returning *""",
                            StoredApiKeys::key,
                            key.id(),
                            key.ownerId(),
                            key.name(),
                            key.tokenHash(),
                            names(key.scopes()),
                            time(key.expiresAt()))
                    .orElseThrow();
        });
    }

    @Override
    public Page<ApiKey> list(long ownerId, PageRequest page) {
        return database.read(session -> Page.of(
                session.list(
                        "select * from api_keys where owner_id = ? order by number desc limit ? offset ?",
                        StoredApiKeys::key,
                        ownerId,
                        page.limit(),
                        page.offset()),
                page,
                session.number("select count(*) from api_keys where owner_id = ?", ownerId)));
    }

    @Override
    public boolean remove(long ownerId, String id) {
        return database.write(
                        session -> session.update("delete from api_keys where owner_id = ? and id = ?", ownerId, id))
                == 1;
    }

    @Override
    public Optional<Found> find(String tokenHash) {
        Optional<Found> found = database.read(session -> session.first(
                """
                select k.id, k.scopes, k.expires_at, u.id as user_id, u.username, u.roles, u.password_change_required
                from api_keys k join users u on u.id = k.owner_id
                where k.token_hash = ? and (k.expires_at is null or k.expires_at > now()) and u.is_active""",
                row -> new Found(
                        row.getString("id"),
                        row.getLong("user_id"),
                        row.getString("username"),
                        UserRows.role(row.getArray("roles")),
                        row.getBoolean("password_change_required"),
                        Set.copyOf(scopes(row.getArray("scopes"))),
                        Columns.instantOrNull(row, "expires_at")),
                tokenHash));
        found.ifPresent(key -> noteUse(key.id()));
        return found;
    }

    private void noteUse(String id) {
        database.write(session -> session.update(
                """
                update api_keys set last_used_at = now()
                where id = ? and (last_used_at is null or last_used_at < now() - interval '1 minute')""",
                id));
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("name"),
                scopes(row.getArray("scopes")),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "expires_at"),
                Columns.instantOrNull(row, "last_used_at"));
    }

    private static List<Permission> scopes(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(name -> Permission.valueOf(name.toUpperCase(Locale.ROOT)))
                .sorted()
                .toList();
    }

    private static String[] names(Set<Permission> scopes) {
        return scopes.stream()
                .sorted()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
