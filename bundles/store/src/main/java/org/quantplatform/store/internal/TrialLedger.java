package org.quantplatform.store.internal;

import java.sql.SQLException;
import org.quantplatform.store.internal.sql.Session;

/** Counts what was ever run on the same instruments. */
final class TrialLedger {

    private static final String COUNT =
            """
            insert into trial_ledger as l (data_set, owner_id, kind, runs) values (?, ?, ?, ?)
            on conflict (data_set, owner_id, kind) do update
                set runs = l.runs + excluded.runs, last_at = clock_timestamp()""";

    private TrialLedger() {}

    /** In the transaction that stores the trials, so that each counts exactly once. */
    static void trials(Session session, String dataSet, long owner, int runs) throws SQLException {
        session.update(COUNT, dataSet, owner, "trial", (long) runs);
    }

    /** In the transaction that stores a backtest's first result. */
    static void backtest(Session session, long run) throws SQLException {
        session.update(
                """
                insert into trial_ledger as l (data_set, owner_id, kind, runs)
                    select data_set_of(request -> 'universe'), owner_id, 'backtest', 1
                    from backtest_results where number = ?
                on conflict (data_set, owner_id, kind) do update
                    set runs = l.runs + excluded.runs, last_at = clock_timestamp()""",
                run);
    }

    /** Of all owners. */
    static long counted(Session session, String search) throws SQLException {
        return session.number(
                """
                select coalesce(sum(l.runs), 0) from trial_ledger l join searches s on s.data_set = l.data_set
                where s.id = ?""",
                search);
    }
}
