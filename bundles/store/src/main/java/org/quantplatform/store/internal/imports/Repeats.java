package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.api.data.ImportReport.Detail;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/**
 * Bars of one import for the same instrument and day. Of equal ones the first stays; of differing ones none can be
 * trusted, so all are refused.
 *
 * @param equal rows left out because an equal one stays
 * @param refused rows that contradict each other
 * @param refusedFlags how many of the refused ones had been flagged, by reason
 * @param details of refused rows
 */
record Repeats(long equal, long refused, Map<String, Long> refusedFlags, List<Detail> details) {

    static final String REASON = "conflicting duplicate";
    static final Repeats NONE = new Repeats(0, 0, Map.of(), List.of());

    private static final String FIND =
            """
            create temp table repeated_bars on commit drop as
            select no, date, count(*) as rows, min(ctid) as first,
                   min(open) <> max(open) or min(high) <> max(high) or min(low) <> max(low)
                       or min(close) <> max(close) or min(volume) <> max(volume) as conflicting
            from staged_bars group by no, date having count(*) > 1""";

    Repeats plus(Repeats others) {
        List<Detail> all = new ArrayList<>(details);
        all.addAll(others.details);
        Map<String, Long> flags = new TreeMap<>(refusedFlags);
        others.refusedFlags.forEach((flag, rows) -> flags.merge(flag, rows, Long::sum));
        return new Repeats(equal + others.equal, refused + others.refused, flags, all);
    }

    /** Removes from the staged bars what is not to be merged. */
    static Repeats settle(Session session, List<String> files) throws SQLException {
        session.execute(FIND);
        if (session.number("select count(*) from repeated_bars") == 0) {
            return NONE;
        }
        Repeats found = new Repeats(
                session.number("select coalesce(sum(rows - 1), 0) from repeated_bars where not conflicting"),
                session.number("select coalesce(sum(rows), 0) from repeated_bars where conflicting"),
                flags(session),
                details(session, files));
        session.execute(
                """
                delete from staged_bars s using repeated_bars r
                where s.no = r.no and s.date = r.date and (r.conflicting or s.ctid <> r.first)""");
        return found;
    }

    /** Empty when the rows stood in no file. */
    static String file(List<String> files, int index) {
        return index < 0 || index >= files.size() ? "" : files.get(index);
    }

    private static Map<String, Long> flags(Session session) throws SQLException {
        Map<String, Long> flags = new TreeMap<>();
        session.list(
                """
                select s.flag, count(*) as rows from staged_bars s join repeated_bars r using (no, date)
                where r.conflicting and s.flag <> '' group by s.flag""",
                row -> flags.put(row.getString("flag"), row.getLong("rows")));
        return flags;
    }

    private static List<Detail> details(Session session, List<String> files) throws SQLException {
        return session.list(
                """
                select s.file, s.line, n.ticker, s.date
                from staged_bars s join repeated_bars r using (no, date) join staged_names n using (no)
                where r.conflicting order by s.file, s.line limit ?""",
                row -> new Detail(
                        file(files, row.getInt("file")),
                        row.getLong("line"),
                        row.getString("ticker"),
                        Columns.date(row, "date").toString(),
                        "refused",
                        REASON),
                Accounts.MAX_DETAILS);
    }
}
