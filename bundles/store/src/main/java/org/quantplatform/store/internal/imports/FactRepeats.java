package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.quantplatform.api.data.ImportReport.Detail;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** Items of the accounts that one import states more than once; treated as repeated bars are. */
final class FactRepeats {

    private static final String FIND =
            """
            create temp table repeated_facts on commit drop as
            select no, item, period_end, published, count(*) as rows, min(position) as first,
                   min(value) <> max(value) as conflicting
            from staged_fundamentals group by no, item, period_end, published having count(*) > 1""";

    private FactRepeats() {}

    /** Removes from the staged items what is not to be merged. */
    static Repeats settle(Session session, List<String> files) throws SQLException {
        session.execute(FIND);
        if (session.number("select count(*) from repeated_facts") == 0) {
            return Repeats.NONE;
        }
        Repeats found = new Repeats(
                session.number("select coalesce(sum(rows - 1), 0) from repeated_facts where not conflicting"),
                session.number("select coalesce(sum(rows), 0) from repeated_facts where conflicting"),
                Map.of(),
                details(session, files));
        session.execute(
                """
                delete from staged_fundamentals s using repeated_facts r
                where (s.no, s.item, s.period_end, s.published) = (r.no, r.item, r.period_end, r.published)
                  and (r.conflicting or s.position <> r.first)""");
        return found;
    }

    private static List<Detail> details(Session session, List<String> files) throws SQLException {
        return session.list(
                """
                select s.file, s.line, n.ticker, s.published, s.item
                from staged_fundamentals s join repeated_facts r using (no, item, period_end, published)
                     join staged_names n using (no)
                where r.conflicting order by s.file, s.line limit ?""",
                row -> new Detail(
                        Repeats.file(files, row.getInt("file")),
                        row.getLong("line"),
                        row.getString("ticker"),
                        Columns.date(row, "published").toString(),
                        "refused",
                        Repeats.REASON + " of " + row.getString("item")),
                Accounts.MAX_DETAILS);
    }
}
