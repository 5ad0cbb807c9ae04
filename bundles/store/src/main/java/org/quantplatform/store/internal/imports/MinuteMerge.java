package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.Optional;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.sql.Session;

/** Merges the staged bars of minutes; what a corrected one was before is kept. NaN equals NaN here. */
final class MinuteMerge {

    private static final String STAGED = "from staged_minutes s join staged_names n on n.no = s.no ";

    private static final String MET = "join minute_bars b on b.instrument_id = n.instrument_id and b.start = s.start ";

    private static final String CHANGED =
            "where (b.open, b.high, b.low, b.close, b.volume) is distinct from (s.open, s.high, s.low, s.close, s.volume)";

    private static final String REPLACE =
            """
            update minute_bars b
            set open = s.open, high = s.high, low = s.low, close = s.close, volume = s.volume, flag = s.flag,
                import_id = r.replaced_by
            from staged_minutes s join staged_names n on n.no = s.no
            join minute_revisions r on r.instrument_id = n.instrument_id and r.start = s.start and r.replaced_by = ?
            where b.instrument_id = n.instrument_id and b.start = s.start""";

    private static final String INSERT =
            """
            insert into minute_bars (instrument_id, start, open, high, low, close, volume, import_id, flag)
            select n.instrument_id, s.start, s.open, s.high, s.low, s.close, s.volume, ?, s.flag\s"""
                    + STAGED + "on conflict do nothing";

    private static final String MIXED =
            """
            select i.ticker || ' is stored with ' || i.price_basis as mixed
            from instruments i join staged_names n on n.instrument_id = i.id
            where i.price_basis <> ? and exists (select from staged_minutes s where s.no = n.no)
            order by i.ticker limit 1""";

    private MinuteMerge() {}

    static RowCounts run(Session session, Origin origin, long snapshot) throws SQLException {
        long staged = session.number("select count(*) from staged_minutes");
        if (staged == 0) {
            return RowCounts.NONE;
        }
        refuseMixedBasis(session, origin);
        long revised =
                session.update("insert into minute_revisions select b.*, ? " + STAGED + MET + CHANGED, (int) snapshot);
        if (revised > 0) {
            session.update(REPLACE, (int) snapshot);
        }
        long stored = session.update(INSERT, (int) snapshot);
        return new RowCounts(stored, staged - stored - revised, revised);
    }

    /** Splits would be applied twice to minutes or to days, or not at all. */
    private static void refuseMixedBasis(Session session, Origin origin) throws SQLException {
        Optional<String> mixed = session.first(MIXED, row -> row.getString("mixed"), origin.basisCode());
        if (mixed.isPresent()) {
            throw QuantException.of(
                    ErrorCode.UNPROCESSABLE,
                    mixed.get() + " prices, these minutes state " + origin.basisCode()
                            + " ones; all bars of an instrument need the same price_basis");
        }
    }
}
