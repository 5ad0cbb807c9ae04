package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.time.LocalDate;
import org.quantplatform.store.internal.Locks;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/**
 * Lets the continuous aggregates take in what changed, year by year. Changes are struck off only then, so that the views,
 * which roll changed instruments up while they are read, are exact at every moment.
 */
final class AggregateRefresh {

    private static final int CHANGES = 20_000;

    private static final String TAKE =
            "select array_agg(number) as numbers from (select number from bar_changes limit ?) c";

    private static final String YEARS =
            """
            select distinct date_trunc('year', d)::date as year
            from bar_changes c
            cross join lateral generate_series(date_trunc('year', c.first_day::timestamp), c.last_day, '1 year') d
            where c.number = any (?) order by 1""";

    private AggregateRefresh() {}

    /** Returns when nothing is left to be done, or when another server does it. */
    static void run(Database database) {
        while (database.read(AggregateRefresh::some)) {
            // until it finds nothing
        }
    }

    /** Outside of a transaction: a refresh makes several of its own. */
    private static boolean some(Session session) throws SQLException {
        if (session.number("select pg_try_advisory_lock(?)::integer", Locks.ROLLUPS) == 0) {
            return false;
        }
        try {
            long[] numbers = session.first(
                            TAKE,
                            row -> row.getArray("numbers") == null ? new long[0] : Columns.longs(row, "numbers"),
                            CHANGES)
                    .orElseThrow();
            if (numbers.length == 0) {
                return false;
            }
            for (LocalDate year : session.list(YEARS, row -> Columns.date(row, "year"), (Object) numbers)) {
                refresh(session, "ohlcv_monthly", year);
                refresh(session, "ohlcv_quarterly", year);
            }
            session.update("delete from bar_changes where number = any (?)", (Object) numbers);
            return true;
        } finally {
            session.number("select pg_advisory_unlock(?)::integer", Locks.ROLLUPS);
        }
    }

    private static void refresh(Session session, String aggregate, LocalDate year) throws SQLException {
        session.execute("call refresh_continuous_aggregate('timescale." + aggregate + "', date '" + year + "', date '"
                + year.plusYears(1) + "')");
    }
}
