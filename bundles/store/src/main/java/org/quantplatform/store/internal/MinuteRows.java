package org.quantplatform.store.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.IntradayQuery;
import org.quantplatform.api.data.IntradaySeries;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.model.Instrument;
import org.quantplatform.store.internal.InstrumentRows.Known;
import org.quantplatform.store.internal.sql.CopyReader;
import org.quantplatform.store.internal.sql.Session;

/**
 * One instrument's bars of minutes, or of parts of an hour rolled up from them: the first open, the highest high, the lowest
 * low, the last close and the sum of the volume, each of what is there.
 */
final class MinuteRows {

    private static final int FIELDS = 5;

    private static final String COLUMNS = "select start, open, high, low, close, volume from ";

    private static final List<DoubleBinaryOperator> JOINS =
            List.of((first, next) -> first, Math::max, Math::min, (first, next) -> next, Double::sum);

    private final Timeframe timeframe;
    private final int limit;
    private final List<Instant> times = new ArrayList<>();
    private final double[][] columns = new double[FIELDS][];
    private @Nullable Instant next;

    private MinuteRows(IntradayQuery query) {
        this.timeframe = query.timeframe();
        this.limit = query.limit();
        Arrays.setAll(columns, i -> new double[limit]);
    }

    /** Empty when the instrument is not known. */
    static Optional<IntradaySeries> read(Session session, IntradayQuery query) throws SQLException {
        Optional<Known> known = session.first(
                "select * from instruments where market = ? and ticker = ?",
                InstrumentRows::known,
                query.market().name(),
                query.ticker());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        MinuteRows rows = new MinuteRows(query);
        CopyReader copy = new CopyReader(session, select(session, known.get().id(), query));
        while (copy.next()) {
            rows.add(copy);
        }
        return Optional.of(rows.series(known.get().instrument()));
    }

    /** Numbers only: COPY takes no parameters. One row more than the bars can hold tells whether there are more of them. */
    private static String select(Session session, int instrument, IntradayQuery query) throws SQLException {
        AsOf asOf = query.asOf();
        String where = " where instrument_id = " + instrument + range(query);
        String rows = COLUMNS + "minute_bars" + where;
        if (asOf != null) {
            long state = States.snapshot(session, asOf);
            rows += " and import_id <= " + state + " union all " + COLUMNS + "minute_revisions" + where
                    + " and import_id <= " + state + " and replaced_by > " + state;
        }
        return rows + " order by start limit "
                + ((long) query.limit() * query.timeframe().minutes() + 1);
    }

    private static String range(IntradayQuery query) {
        Instant from = query.from();
        Instant to = query.to();
        Timeframe timeframe = query.timeframe();
        String range = from == null ? "" : " and start >= " + time(timeframe.start(from));
        return to == null
                ? range
                : range + " and start < "
                        + time(timeframe.start(to.minusNanos(1)).plusSeconds(60L * timeframe.minutes()));
    }

    private static String time(Instant time) {
        return "to_timestamp(" + time.getEpochSecond() + ")";
    }

    private void add(CopyReader row) {
        Instant start = timeframe.start(Instant.ofEpochSecond(row.epochSecond()));
        int bar = times.size() - 1;
        boolean begins = bar < 0 || !times.get(bar).equals(start);
        if (begins && times.size() == limit || next != null) {
            next = next == null ? start : next;
            row.skip(FIELDS);
            return;
        }
        if (begins) {
            times.add(start);
            bar++;
        }
        for (int i = 0; i < FIELDS; i++) {
            double value = row.real();
            columns[i][bar] = begins ? value : joined(columns[i][bar], value, JOINS.get(i));
        }
    }

    private static double joined(double before, double value, DoubleBinaryOperator join) {
        if (Double.isNaN(before)) {
            return value;
        }
        return Double.isNaN(value) ? before : join.applyAsDouble(before, value);
    }

    private IntradaySeries series(Instrument instrument) {
        int bars = times.size();
        return new IntradaySeries(
                instrument.market(),
                instrument.ticker(),
                instrument.currency(),
                timeframe.code(),
                instrument.market().zone().getId(),
                instrument.synthetic(),
                List.copyOf(times),
                Arrays.copyOf(columns[0], bars),
                Arrays.copyOf(columns[1], bars),
                Arrays.copyOf(columns[2], bars),
                Arrays.copyOf(columns[3], bars),
                Arrays.copyOf(columns[4], bars),
                next);
    }
}
