package org.quantplatform.store.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.engine.kernel.Adjustments;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.store.internal.InstrumentRows.Known;
import org.quantplatform.store.internal.sql.CopyReader;
import org.quantplatform.store.internal.sql.Session;

/** One instrument's bars, adjusted backwards from its latest one, so that the same day has the same value in every query. */
final class History {

    private static final List<Field> FIELDS = List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME);

    private History() {}

    static Optional<OhlcvSeries> read(Session session, OhlcvQuery query) throws SQLException {
        Optional<Known> known = session.first(
                "select * from instruments where market = ? and ticker = ?",
                InstrumentRows::known,
                query.market().name(),
                query.ticker());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Panel stated = panel(session, known.get(), query);
        Panel adjusted = query.adjust() == Adjust.NONE || stated.days() == 0
                ? stated
                : Adjustments.adjusted(stated, actions(session, known.get()), query.adjust());
        return Optional.of(series(adjusted, known.get().instrument(), query));
    }

    private static Panel panel(Session session, Known known, OhlcvQuery query) throws SQLException {
        LocalDate from = query.startDate();
        // codes, numbers and dates only: COPY takes no parameters
        CopyReader copy = new CopyReader(
                session,
                "select date, open, high, low, close, volume from daily_bars where market = '"
                        + query.market().name()
                        + "' and instrument_id = " + known.id()
                        + (from == null ? "" : " and date >= '" + from + "'") + " order by date");
        Rows rows = new Rows();
        while (copy.next()) {
            rows.add(copy);
        }
        return rows.panel(known.instrument());
    }

    private static List<CorporateAction> actions(Session session, Known known) throws SQLException {
        return session
                .list(
                        """
                        select ex_date, kind, value from corporate_actions
                        where instrument_id = ? and replaced_by is null order by ex_date, kind""",
                        row -> InstrumentRows.action(row, known.instrument()),
                        known.id())
                .stream()
                .filter(action -> known.needs(action.kind()))
                .toList();
    }

    private static OhlcvSeries series(Panel panel, Instrument instrument, OhlcvQuery query) {
        int days = query.endDate() == null ? panel.days() : panel.lastDayTo(query.endDate()) + 1;
        List<LocalDate> dates = IntStream.range(0, days).mapToObj(panel::date).toList();
        List<double[]> columns = new ArrayList<>();
        FIELDS.forEach(field -> columns.add(Arrays.copyOf(panel.column(field), days)));
        return new OhlcvSeries(
                instrument.market(),
                instrument.ticker(),
                instrument.currency(),
                "1d",
                query.adjust(),
                instrument.synthetic(),
                dates,
                columns.get(0),
                columns.get(1),
                columns.get(2),
                columns.get(3),
                columns.get(4));
    }

    /** Columns that grow. */
    private static final class Rows {

        private int[] days = new int[2560];
        private final double[][] columns = new double[FIELDS.size()][2560];
        private int size;

        void add(CopyReader row) {
            if (size == days.length) {
                days = Arrays.copyOf(days, size * 2);
                Arrays.setAll(columns, i -> Arrays.copyOf(columns[i], size * 2));
            }
            days[size] = row.epochDay();
            for (double[] column : columns) {
                column[size] = row.real();
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
