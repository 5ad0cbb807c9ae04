package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.api.data.ImportReport.Detail;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** As {@link Repeats}, of bars of one delivery for the same instrument and minute, which stand in no file. */
final class MinuteRepeats {

    private static final String FIND =
            """
            create temp table repeated_minutes on commit drop as
            select no, start, count(*) as rows, min(ctid) as first,
                   min(open) <> max(open) or min(high) <> max(high) or min(low) <> max(low)
                       or min(close) <> max(close) or min(volume) <> max(volume) as conflicting
            from staged_minutes group by no, start having count(*) > 1""";

    private MinuteRepeats() {}

    /** Removes from the staged minutes what is not to be merged. */
    static Repeats settle(Session session) throws SQLException {
        if (session.number("select count(*) from staged_minutes") == 0) {
            return Repeats.NONE;
        }
        session.execute(FIND);
        if (session.number("select count(*) from repeated_minutes") == 0) {
            return Repeats.NONE;
        }
        Repeats found = new Repeats(
                session.number("select coalesce(sum(rows - 1), 0) from repeated_minutes where not conflicting"),
                session.number("select coalesce(sum(rows), 0) from repeated_minutes where conflicting"),
                flags(session),
                details(session));
        session.execute(
                """
                delete from staged_minutes s using repeated_minutes r
                where s.no = r.no and s.start = r.start and (r.conflicting or s.ctid <> r.first)""");
        return found;
    }

    private static Map<String, Long> flags(Session session) throws SQLException {
        Map<String, Long> flags = new TreeMap<>();
        session.list(
                """
                select s.flag, count(*) as rows from staged_minutes s join repeated_minutes r using (no, start)
                where r.conflicting and s.flag <> '' group by s.flag""",
                row -> flags.put(row.getString("flag"), row.getLong("rows")));
        return flags;
    }

    private static List<Detail> details(Session session) throws SQLException {
        return session.list(
                """
                select n.ticker, s.start
                from staged_minutes s join repeated_minutes r using (no, start) join staged_names n using (no)
                where r.conflicting order by n.ticker, s.start limit ?""",
                row -> new Detail(
                        "",
                        0,
                        row.getString("ticker"),
                        Columns.instant(row, "start").toString(),
                        "refused",
                        Repeats.REASON),
                Accounts.MAX_DETAILS);
    }
}
