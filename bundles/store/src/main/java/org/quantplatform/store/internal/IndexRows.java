package org.quantplatform.store.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.quantplatform.api.data.IndexInfo;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** Members of indexes as stored. */
public final class IndexRows {

    /** A member that was renamed since it came is told under its new ticker, which its bars have. */
    private static final String MEMBERS =
            """
            select coalesce(r.new_ticker, m.ticker) as ticker, m.first_day, m.last_day
            from index_members m left join renames r
              on r.market = m.market and r.old_ticker = m.ticker and r.import_id <= ? and m.first_day < r.date
            where m.market = ? and m.index_name = ? and m.import_id <= ?
              and (m.replaced_by is null or m.replaced_by > ?)
            order by 1, 2""";

    private IndexRows() {}

    public static List<IndexMember> members(Session session, long snapshot, Market market, String index)
            throws SQLException {
        return session.list(
                MEMBERS,
                row -> new IndexMember(
                        market,
                        index,
                        row.getString("ticker"),
                        row.getObject("first_day", LocalDate.class),
                        Columns.dateOrNull(row, "last_day")),
                snapshot,
                market.name(),
                index,
                snapshot,
                snapshot);
    }

    static List<IndexInfo> indexes(Session session) throws SQLException {
        return session.list(
                """
                select market, index_name, count(distinct ticker) as members,
                       count(distinct ticker) filter (where last_day is null) as current, min(first_day) as first_day
                from index_members where replaced_by is null group by market, index_name order by market, index_name""",
                row -> new IndexInfo(
                        Market.valueOf(row.getString("market")),
                        row.getString("index_name"),
                        row.getLong("members"),
                        row.getLong("current"),
                        row.getObject("first_day", LocalDate.class)));
    }
}
