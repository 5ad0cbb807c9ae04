package org.quantplatform.store.internal.imports;

import java.sql.SQLException;
import java.util.Set;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.sql.Session;

/** Merges the staged bars, market by market, so that each statement touches one partition. NaN equals NaN here. */
final class BarMerge {

    private static final String STAGED = "from staged_bars s join staged_names n on n.no = s.no and n.market = ? ";

    private static final String MET =
            "join daily_bars b on b.market = ? and b.instrument_id = n.instrument_id and b.date = s.date ";

    private static final String CHANGED =
            "(b.open, b.high, b.low, b.close, b.volume) is distinct from (s.open, s.high, s.low, s.close, s.volume)";

    private static final String LOG =
            """
            insert into bar_changes (market, instrument_id, first_day, last_day)
            select n.market, n.instrument_id, n.first_day, n.last_day from staged_names n
            where n.market = ? and n.has_bars""";

    private static final String KNOWN_DAYS =
            """
            select count(*) from staged_names n
            where n.market = ? and n.has_bars
              and exists (select from daily_bars b
                          where b.market = ? and b.instrument_id = n.instrument_id
                            and b.date between n.first_day and n.last_day)""";

    private static final String REPLACE =
            """
            update daily_bars b
            set open = s.open, high = s.high, low = s.low, close = s.close, volume = s.volume, flag = s.flag,
                import_id = ?
            from staged_bars s join staged_names n on n.no = s.no
            where n.market = ? and b.market = ? and b.instrument_id = n.instrument_id and b.date = s.date and\s"""
                    + CHANGED;

    private static final String INSERT =
            """
            insert into daily_bars (instrument_id, date, open, high, low, close, volume, import_id, market, flag)
            select n.instrument_id, s.date, s.open, s.high, s.low, s.close, s.volume, ?, n.market, s.flag\s"""
                    + STAGED;

    private static final String UNLESS_KNOWN =
            """
            where not exists (select from daily_bars b
                              where b.market = ? and b.instrument_id = n.instrument_id and b.date = s.date)""";

    static final String ADD_TO_TOTALS =
            """
            on conflict (market) do update
            set bars = t.bars + excluded.bars, first_date = least(t.first_date, excluded.first_date),
                last_date = greatest(t.last_date, excluded.last_date)""";

    private final Session session;
    private final long snapshot;
    private final DirectBars direct;

    BarMerge(Session session, long snapshot, DirectBars direct) {
        this.session = session;
        this.snapshot = snapshot;
        this.direct = direct;
    }

    RowCounts run(Set<Market> markets) throws SQLException {
        RowCounts counts = RowCounts.NONE;
        for (Market market : markets) {
            RowCounts merged = direct.book(market).plus(direct.tookAll() ? RowCounts.NONE : merge(market.name()));
            if (merged.changed()) {
                session.update(LOG, market.name());
            }
            counts = counts.plus(merged);
        }
        return counts;
    }

    private RowCounts merge(String market) throws SQLException {
        if (session.number(KNOWN_DAYS, market, market) == 0) {
            return new RowCounts(insertAll(market), 0, 0);
        }
        long met = session.number("select count(*) " + STAGED + MET, market, market);
        long revised = revise(market);
        long staged = session.number("select count(*) " + STAGED, market);
        long stored = staged == met ? 0 : insertUnknown(market);
        return new RowCounts(stored, met - revised, revised);
    }

    private long revise(String market) throws SQLException {
        long kept = session.update(
                "insert into ohlcv_revisions select b.*, ? " + STAGED + MET + "where " + CHANGED,
                (int) snapshot,
                market,
                market);
        return kept == 0 ? 0 : session.update(REPLACE, (int) snapshot, market, market);
    }

    /** Nothing is known of these instruments in the days that came: the common first load needs no comparison. */
    private long insertAll(String market) throws SQLException {
        count(market, "");
        return session.update(INSERT, (int) snapshot, market);
    }

    private long insertUnknown(String market) throws SQLException {
        count(market, UNLESS_KNOWN);
        return session.update(INSERT + UNLESS_KNOWN, (int) snapshot, market, market);
    }

    /** Adds what is about to be inserted to the trading days and the market's totals. */
    private void count(String market, String unlessKnown) throws SQLException {
        session.execute("drop table if exists pg_temp.new_days");
        String newDays =
                "create temp table new_days on commit drop as select s.date, count(*) as bars " + STAGED + unlessKnown;
        if (unlessKnown.isEmpty()) {
            session.update(newDays + " group by s.date", market);
        } else {
            session.update(newDays + " group by s.date", market, market);
        }
        session.update(
                """
                insert into trading_dates (market, date, import_id) select ?, date, ? from new_days
                on conflict do nothing""",
                market,
                (int) snapshot);
        session.update(
                "insert into market_totals as t (market, bars, first_date, last_date)"
                        + " select ?, sum(bars), min(date), max(date) from new_days having count(*) > 0 "
                        + ADD_TO_TOTALS,
                market);
    }
}
