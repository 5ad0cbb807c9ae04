package org.quantplatform.store.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.engine.kernel.Adjustments;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.store.internal.InstrumentRows.Known;
import org.quantplatform.store.internal.sql.Session;

/** One instrument's bars, adjusted backwards from its latest one, so that the same day has the same value in every query. */
final class History {

    private static final List<Field> FIELDS = List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME);

    /** Later than every snapshot. */
    private static final long NOW = Long.MAX_VALUE;

    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private static final String COLUMNS =
            "select date - date '1970-01-01' as day, open, high, low, close, volume from ";

    private static final String THEN =
            """
            select id, market, ticker, exchange, name, asset_type, sector, currency, listed, delisted, synthetic,
                   price_basis
            from instruments where market = ? and ticker = ? and import_id <= ?
            union all
            select id, market, ticker, exchange, name, asset_type, sector, currency, listed, delisted, synthetic,
                   price_basis
            from instrument_revisions where market = ? and ticker = ? and import_id <= ? and replaced_by > ?""";

    private History() {}

    static Optional<OhlcvSeries> read(Session session, OhlcvQuery query) throws SQLException {
        AsOf asOf = query.asOf();
        long state = asOf == null ? NOW : States.of(session, query.market(), asOf);
        Optional<Known> known = instrument(session, query, state);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Panel stated = panel(session, known.get(), query, state);
        Panel adjusted = query.adjust() == Adjust.NONE || stated.days() == 0
                ? stated
                : Adjustments.adjusted(stated, actions(session, known.get(), state), query.adjust());
        return Optional.of(RolledBars.of(series(adjusted, known.get().instrument(), query), query.timeframe()));
    }

    private static Optional<Known> instrument(Session session, OhlcvQuery query, long state) throws SQLException {
        String market = query.market().name();
        return state == NOW
                ? session.first(
                        "select * from instruments where market = ? and ticker = ?",
                        InstrumentRows::known,
                        market,
                        query.ticker())
                : session.first(
                        THEN,
                        InstrumentRows::known,
                        market,
                        query.ticker(),
                        state,
                        market,
                        query.ticker(),
                        state,
                        state);
    }

    /** By a statement that stays prepared: read by COPY, which is planned anew each time, ten years take a quarter longer. */
    private static Panel panel(Session session, Known known, OhlcvQuery query, long state) throws SQLException {
        LocalDate start = query.startDate();
        LocalDate from = start == null ? EARLIEST : query.timeframe().start(start);
        LocalDate end = query.endDate();
        // what was paid or split later changes what came before
        LocalDate to = end == null || query.adjust() != Adjust.NONE ? LATEST : end;
        // the market stands in the text, so that only its part of the table is planned for
        String where = " where market = '" + query.market().name() + "' and instrument_id = ? and date between ? and ?";
        Rows rows = new Rows();
        if (state == NOW) {
            session.each(COLUMNS + "daily_bars" + where + " order by date", rows::add, known.id(), from, to);
        } else {
            session.each(
                    COLUMNS + "daily_bars" + where + " and import_id <= ? union all " + COLUMNS + "ohlcv_revisions"
                            + where + " and import_id <= ? and replaced_by > ? order by day",
                    rows::add,
                    known.id(),
                    from,
                    to,
                    state,
                    known.id(),
                    from,
                    to,
                    state,
                    state);
        }
        return rows.panel(known.instrument());
    }

    private static List<CorporateAction> actions(Session session, Known known, long state) throws SQLException {
        return session
                .list(
                        """
                        select ex_date, kind, value from corporate_actions
                        where instrument_id = ? and import_id <= ? and coalesce(replaced_by, ?) > ?
                        order by ex_date, kind""",
                        row -> InstrumentRows.action(row, known.instrument()),
                        known.id(),
                        state,
                        NOW,
                        state == NOW ? NOW - 1 : state)
                .stream()
                .filter(action -> known.needs(action.kind()))
                .toList();
    }

    private static OhlcvSeries series(Panel panel, Instrument instrument, OhlcvQuery query) {
        int days = query.endDate() == null ? panel.days() : panel.lastDayTo(query.endDate()) + 1;
        LocalDate[] dates = new LocalDate[days];
        Arrays.setAll(dates, panel::date);
        List<double[]> columns = new ArrayList<>();
        FIELDS.forEach(field -> columns.add(Arrays.copyOf(panel.column(field), days)));
        return new OhlcvSeries(
                instrument.market(),
                instrument.ticker(),
                instrument.currency(),
                "1d",
                query.adjust(),
                instrument.synthetic(),
                List.of(dates),
                columns.get(0),
                columns.get(1),
                columns.get(2),
                columns.get(3),
                columns.get(4));
    }

    /** Columns that grow. */
    private static final class Rows {

        private static final int DAY = 1;

        private int[] days = new int[2560];
        private final double[][] columns = new double[FIELDS.size()][2560];
        private int size;

        void add(ResultSet row) throws SQLException {
            if (size == days.length) {
                days = Arrays.copyOf(days, size * 2);
                Arrays.setAll(columns, i -> Arrays.copyOf(columns[i], size * 2));
            }
            days[size] = row.getInt(DAY);
            for (int i = 0; i < columns.length; i++) {
                columns[i][size] = row.getDouble(DAY + 1 + i);
            }
            size++;
        }

        Panel panel(Instrument instrument) {
            Map<Field, double[]> byField = new TreeMap<>();
            for (int i = 0; i < columns.length; i++) {
                byField.put(FIELDS.get(i), Arrays.copyOf(columns[i], size));
            }
            return new Panel(instrument.market(), Arrays.copyOf(days, size), List.of(instrument.ticker()), byField);
        }
    }
}
