package org.quantplatform.store.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.core.identity.LoginFailures;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;

/** Failed logins in the database, so that a restart does not open a locked door. */
@Component
public final class StoredLoginFailures implements LoginFailures {

    private static final String RECENT = "last_at > clock_timestamp() - interval '1 day'";

    private final Database database;

    @Activate
    public StoredLoginFailures(@Reference Database database) {
        this.database = database;
    }

    @Override
    public State state(String subject) {
        return database.read(session -> session.first(
                        "select failures, locked_until from login_failures where subject = ? and " + RECENT,
                        row -> new State(row.getInt("failures"), Columns.instantOrNull(row, "locked_until")),
                        subject)
                .orElseGet(() -> new State(0, null)));
    }

    @Override
    public int add(String subject) {
        return database.write(session -> {
            session.update("delete from login_failures where not " + RECENT);
            return (int) session.number(
                    """
                    insert into login_failures as f (subject, failures) values (?, 1)
                    on conflict (subject) do update
                        set failures = least(f.failures + 1, 1000000), last_at = clock_timestamp()
                    returning failures""",
                    subject);
        });
    }

    @Override
    public void lock(String subject, Instant until) {
        database.write(session -> session.update(
                "update login_failures set locked_until = ? where subject = ?",
                until.atOffset(ZoneOffset.UTC),
                subject));
    }

    @Override
    public void clear(String subject) {
        database.write(session -> session.update("delete from login_failures where subject = ?", subject));
    }
}
