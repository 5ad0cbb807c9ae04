package org.quantplatform.store.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.identity.SessionRecords;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;

/** Sessions in the database; those that have expired go when a new one comes. */
@Component
public final class StoredSessions implements SessionRecords {

    private final Database database;

    @Activate
    public StoredSessions(@Reference Database database) {
        this.database = database;
    }

    @Override
    public void add(String tokenHash, long userId, String mode, Instant expiresAt) {
        database.write(session -> {
            session.update("delete from sessions where expires_at < now()");
            return session.update(
                    "insert into sessions (session_token, user_id, mode, expires_at) values (?, ?, ?, ?)",
                    tokenHash,
                    userId,
                    mode,
                    expiresAt.atOffset(ZoneOffset.UTC));
        });
    }

    @Override
    public Optional<Found> find(String tokenHash) {
        return database.read(session -> session.first(
                """
                select u.id, u.username, u.roles, u.password_change_required, s.mode, s.created_at, s.expires_at
                from sessions s join users u on u.id = s.user_id
                where s.session_token = ? and s.expires_at > now() and u.is_active""",
                row -> new Found(
                        row.getLong("id"),
                        row.getString("username"),
                        UserRows.role(row.getArray("roles")),
                        row.getBoolean("password_change_required"),
                        row.getString("mode"),
                        Columns.instant(row, "created_at"),
                        Columns.instant(row, "expires_at")),
                tokenHash));
    }

    @Override
    public boolean exchange(String tokenHash, @Nullable String present, String next, Instant expiresAt) {
        return database.write(session -> session.update(
                        """
                        update sessions set refresh_token = ?, expires_at = ?
                        where session_token = ? and refresh_token is not distinct from ? and expires_at > now()""",
                        next,
                        expiresAt.atOffset(ZoneOffset.UTC),
                        tokenHash,
                        present))
                == 1;
    }

    @Override
    public void remove(String tokenHash) {
        database.write(session -> session.update("delete from sessions where session_token = ?", tokenHash));
    }

    @Override
    public void removeOf(long userId) {
        database.write(session -> session.update("delete from sessions where user_id = ?", userId));
    }
}
