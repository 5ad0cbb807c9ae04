package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.Optional;
import org.quantplatform.store.internal.Locks;
import org.quantplatform.store.internal.sql.Session;

/** Numbers the states of the data; one at a time takes the next number. */
public final class Snapshots {

    private static final String UNDER_WAY =
            """
            select u.id from updates u join jobs j on j.id = u.id
            where u.market = ? and u.timeframe = '1d' and not u.released
              and exists (select from update_deliveries d where d.update_id = u.id and d.changed)
            order by j.number limit 1""";

    private Snapshots() {}

    /** Waits until nobody else is making one. */
    public static void lock(Session session) throws SQLException {
        session.execute("select pg_advisory_xact_lock(" + Locks.IMPORT + ")");
    }

    /** False, without waiting, when somebody else is making one. */
    static boolean tryLock(Session session) throws SQLException {
        return session.number("select pg_try_advisory_xact_lock(" + Locks.IMPORT + ")::integer") == 1;
    }

    /** To be called under the lock; the number is taken with {@link #add}. */
    public static long next(Session session) throws SQLException {
        return session.number("select coalesce(max(snapshot), 0) + 1 from data_snapshots");
    }

    /** The latest; 0 when there is none. */
    public static long current(Session session) throws SQLException {
        return session.number("select coalesce(max(snapshot), 0) from data_snapshots");
    }

    /**
     * A state of the data.
     *
     * @param origin id of the import, the update or what else made it
     * @param part true while an update goes on
     */
    public record State(long snapshot, String origin, String source, long stored, long revised, boolean part) {}

    public static void add(Session session, State state) throws SQLException {
        session.update(
                """
                insert into data_snapshots (snapshot, import_id, source, stored, revised, part)
                values (?, ?, ?, ?, ?, ?)""",
                state.snapshot(),
                state.origin(),
                state.source(),
                state.stored(),
                state.revised(),
                state.part());
    }

    /**
     * From this snapshot on, panels show what is stored of the market up to it; while an update of the market goes on, from the
     * end of that update on, since half of it would be seen otherwise.
     */
    public static void changed(Session session, String market, long snapshot) throws SQLException {
        Optional<String> update = session.first(UNDER_WAY, row -> row.getString("id"), market);
        if (update.isPresent()) {
            session.update("update data_snapshots set waits_for = ? where snapshot = ?", update.get(), snapshot);
            return;
        }
        session.update(
                "insert into market_changes (market, import_id) values (?, ?) on conflict do nothing",
                market,
                snapshot);
    }

    /** What waited for the end of an update that has been released waits for another one of the market, if any. */
    public static void ended(Session session, String market, String update) throws SQLException {
        String other =
                session.first(UNDER_WAY, row -> row.getString("id"), market).orElse(null);
        session.update("update data_snapshots set waits_for = ? where waits_for = ?", other, update);
    }
}
