package org.quantplatform.store.internal;

import java.sql.SQLException;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.FundamentalFact;
import org.quantplatform.api.data.FundamentalQuery;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** Items of accounts as they are stored, or were. */
final class FactRows {

    private static final String MATCHING =
            """
             from fundamentals f join data_snapshots s on s.snapshot = f.import_id
            where f.instrument_id = ? and (?::text is null or f.item = ?) and (?::date is null or f.published <= ?)
              and f.import_id <= ? and coalesce(f.replaced_by, 2147483647) > ?""";

    private static final int NOW = Integer.MAX_VALUE - 1;

    private FactRows() {}

    static Optional<Page<FundamentalFact>> page(Session session, FundamentalQuery query, PageRequest page)
            throws SQLException {
        Optional<Integer> id = session.first(
                "select id from instruments where market = ? and ticker = ?",
                row -> row.getInt("id"),
                query.market().name(),
                query.ticker());
        if (id.isEmpty()) {
            return Optional.empty();
        }
        AsOf asOf = query.asOf();
        long state = asOf == null ? NOW : States.of(session, query.market(), asOf);
        Object[] matching = {
            id.get(), query.item(), query.item(), query.publishedTo(), query.publishedTo(), state, state
        };
        return Optional.of(Page.of(
                session.list(
                        "select f.*, s.committed_at" + MATCHING
                                + " order by f.item, f.period_end, f.published limit " + page.limit() + " offset "
                                + page.offset(),
                        row -> new FundamentalFact(
                                row.getString("item"),
                                Columns.date(row, "period_end"),
                                Columns.date(row, "published"),
                                row.getDouble("value"),
                                row.getString("import_id"),
                                Columns.instant(row, "committed_at")),
                        matching),
                page,
                session.number("select count(*)" + MATCHING, matching)));
    }
}
