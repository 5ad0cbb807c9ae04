package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.spi.auth.ExternalUsers;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Users of other houses, beside those with a password. */
@Component
public final class StoredExternalUsers implements ExternalUsers {

    private final Database database;

    @Activate
    public StoredExternalUsers(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> admit(ExternalIdentity identity) {
        return database.write(session -> {
            makeOnce(session, identity);
            Optional<Known> known = session.first(
                    """
                    select id, is_active, aws_user_id from users
                    where username = ? and aws_arn is not null for update""",
                    Known::of,
                    identity.username());
            if (known.isEmpty() || !known.get().admits(identity.key())) {
                return Optional.empty();
            }
            renew(session, known.get().id(), identity);
            return Optional.of(identity.username());
        });
    }

    private static void makeOnce(Session session, ExternalIdentity identity) throws SQLException {
        session.update(
                """
                insert into users (username, roles, aws_arn, aws_account_id, aws_user_id)
                values (?, ?, ?, ?, ?) on conflict (username) do nothing""",
                identity.username(),
                UserRows.names(identity.role()),
                identity.subject(),
                identity.account(),
                identity.key());
    }

    /** The identity may have moved to another path of its account. */
    private static void renew(Session session, long id, ExternalIdentity identity) throws SQLException {
        session.update(
                "update users set aws_arn = ?, aws_user_id = ? where id = ?", identity.subject(), identity.key(), id);
    }

    /** @param key null when an administrator has let the next one in */
    private record Known(long id, boolean active, @Nullable String key) {

        static Known of(ResultSet row) throws SQLException {
            return new Known(row.getLong("id"), row.getBoolean("is_active"), row.getString("aws_user_id"));
        }

        boolean admits(String given) {
            return active && (key == null || key.equals(given));
        }
    }
}
