package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import org.quantplatform.store.internal.Locks;
import org.quantplatform.store.internal.sql.Session;

/** Numbers the states of the data; one at a time takes the next number. */
public final class Snapshots {

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

    /** From this snapshot on, panels show what is stored of the market up to it. */
    public static void changed(Session session, String market, long snapshot) throws SQLException {
        session.update(
                "insert into market_changes (market, import_id) values (?, ?) on conflict do nothing",
                market,
                snapshot);
    }
}
