package org.quantplatform.store.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.data.CheckStore.Bars;
import org.quantplatform.core.data.CheckStore.Stated;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.InstrumentRows.Known;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/** Reads one instrument's bars as a check needs them. */
final class CheckedBars {

    private static final String WITHIN =
            """
            \swhere b.market = ? and b.instrument_id = ?
              and (?::date is null or b.date >= ?) and (?::date is null or b.date <= ?) order by b.date""";

    private static final String BARS = "select b.*, '' as source from daily_bars b" + WITHIN;

    private static final String STATED =
            """
            select b.*, coalesce(s.source, '') as source from daily_bars b
            left join data_snapshots s on s.snapshot = b.import_id"""
                    + WITHIN;

    private final Session session;
    private final Known known;

    private CheckedBars(Session session, Known known) {
        this.session = session;
        this.known = known;
    }

    /** Empty when the instrument is not known. */
    static Optional<CheckedBars> of(Session session, Market market, String ticker) throws SQLException {
        return session.first(
                        "select * from instruments where market = ? and ticker = ?",
                        InstrumentRows::known,
                        market.name(),
                        ticker)
                .map(known -> new CheckedBars(session, known));
    }

    /** Both days are included; null for no bound. */
    Bars bars(@Nullable LocalDate from, @Nullable LocalDate to) throws SQLException {
        return bars(rows(BARS, from, to));
    }

    /** As {@link #bars}, with their origin. */
    Stated stated(@Nullable LocalDate from, @Nullable LocalDate to) throws SQLException {
        List<Row> rows = rows(STATED, from, to);
        return new Stated(
                bars(rows),
                known.instrument().currency(),
                rows.stream().map(Row::source).toArray(String[]::new));
    }

    private record Row(int day, double[] values, String flag, String source) {}

    private List<Row> rows(String sql, @Nullable LocalDate from, @Nullable LocalDate to) throws SQLException {
        return session.list(
                sql,
                row -> new Row(
                        (int) Columns.date(row, "date").toEpochDay(),
                        new double[] {
                            row.getDouble("open"),
                            row.getDouble("high"),
                            row.getDouble("low"),
                            row.getDouble("close"),
                            row.getDouble("volume")
                        },
                        row.getString("flag"),
                        row.getString("source")),
                known.instrument().market().name(),
                known.id(),
                from,
                from,
                to,
                to);
    }

    private Map<LocalDate, Double> splits() throws SQLException {
        Map<LocalDate, Double> splits = new TreeMap<>();
        session.list(
                """
                select ex_date, value from corporate_actions
                where instrument_id = ? and kind = 'split' and replaced_by is null""",
                row -> splits.put(Columns.date(row, "ex_date"), row.getDouble("value")),
                known.id());
        return splits;
    }

    private Bars bars(List<Row> rows) throws SQLException {
        return new Bars(
                known.instrument().ticker(),
                rows.stream().mapToInt(Row::day).toArray(),
                column(rows, 0),
                column(rows, 1),
                column(rows, 2),
                column(rows, 3),
                column(rows, 4),
                rows.stream().map(Row::flag).toArray(String[]::new),
                known.basis(),
                splits());
    }

    private static double[] column(List<Row> rows, int index) {
        return rows.stream().mapToDouble(row -> row.values()[index]).toArray();
    }
}
