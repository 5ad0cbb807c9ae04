package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import org.quantplatform.store.internal.sql.Session;

/** Replaces the members of the indexes that an import names; what held before is kept for earlier snapshots. */
final class Members {

    private static final String SAME =
            """
            (m.market, m.index_name, m.ticker, m.first_day) = (s.market, s.index_name, s.ticker, s.first_day)
              and m.last_day is not distinct from s.last_day and m.replaced_by is null""";

    private Members() {}

    static RowCounts run(Session session, long snapshot) throws SQLException {
        long staged = session.number("select count(*) from staged_members");
        if (staged == 0) {
            return RowCounts.NONE;
        }
        session.update(
                """
                update index_members m set replaced_by = ?
                where m.replaced_by is null
                  and (m.market, m.index_name) in (select market, index_name from staged_members)
                  and not exists (select from staged_members s where\s"""
                        + SAME + ")",
                (int) snapshot);
        long inserted = session.update(
                """
                insert into index_members (market, index_name, ticker, first_day, last_day, import_id)
                select distinct s.market, s.index_name, s.ticker, s.first_day, s.last_day, ?
                from staged_members s where not exists (select from index_members m where\s"""
                        + SAME + ")",
                (int) snapshot);
        return new RowCounts(inserted, staged - inserted, 0);
    }
}
