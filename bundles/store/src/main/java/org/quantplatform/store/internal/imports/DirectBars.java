package org.quantplatform.store.internal.imports;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.data.DirectLoadRefused;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Session;

/**
 * Bars that need no merge: of days before or after all that is there of their instrument, stored or come before. They are
 * copied to where they stay, under the snapshot that the import will have; the lock on snapshots is held meanwhile.
 */
final class DirectBars {

    static final int NO_ID = 0;

    private static final String KNOWN =
            """
            select i.ticker, i.id,
                   (select min(date) from daily_bars b where b.market = ? and b.instrument_id = i.id) as first_day,
                   (select max(date) from daily_bars b where b.market = ? and b.instrument_id = i.id) as last_day
            from instruments i where i.market = ?""";

    /** Whose the bars of such a ticker are, only their last day tells. */
    private static final String RENAMED = "select old_ticker from renames where market = ?";

    /** Nobody else takes one under the lock. */
    private static final String NEXT_ID = "select last_value + is_called::integer from instruments_id_seq";

    private static final String TAKE_IDS = "select setval('instruments_id_seq', ?)";

    /** Instruments that are others by now than those whose bars were copied; a new one must not be there yet. */
    private static final String MOVED =
            """
            select count(*) from staged_names n left join instruments i on i.market = n.market and i.ticker = n.ticker
            where n.direct_id is not null
              and i.id is distinct from case when n.direct_id < ? then n.direct_id end""";

    private static final String MET =
            """
            staged_names n, daily_bars b
            where n.no = s.no and b.market = n.market and b.instrument_id = n.direct_id and b.date = s.date
              and b.import_id = ?""";

    private static final String DIFFERS = " and (b.open, b.high, b.low, b.close, b.volume)"
            + " is distinct from (s.open, s.high, s.low, s.close, s.volume)";

    private final Session session;
    private final Staging staging;
    private final int snapshot;
    private final boolean on;
    private final Map<Market, Target> targets = new EnumMap<>(Market.class);
    private final List<@Nullable Place> places = new ArrayList<>();
    private int firstId = NO_ID;
    private int nextId = NO_ID;
    private boolean tookAll = true;

    DirectBars(Session session, Staging staging, long snapshot) {
        this(session, staging, (int) snapshot, true);
    }

    private DirectBars(Session session, Staging staging, int snapshot, boolean on) {
        this.session = session;
        this.staging = staging;
        this.snapshot = snapshot;
        this.on = on;
    }

    /** Takes no bar. */
    static DirectBars none(Session session, Staging staging) {
        return new DirectBars(session, staging, 0, false);
    }

    /** Where an instrument's bars go, and the days between which there are some. */
    private static final class Place {

        private final int id;
        private final Target target;
        private int first = Integer.MAX_VALUE;
        private int last = Integer.MIN_VALUE;

        private Place(int id, Target target) {
            this.id = id;
            this.target = target;
        }

        private boolean reaches(int day) {
            if (id == NO_ID || day >= first && day <= last) {
                return false;
            }
            first = Math.min(first, day);
            last = Math.max(last, day);
            return true;
        }
    }

    /** What a market has before the import, and what is copied into it. */
    private static final class Target {

        private final byte[] code;
        private final Map<String, Place> known = new HashMap<>();
        private final DaySet days = new DaySet();
        private long bars;

        private Target(String code) {
            this.code = code.getBytes(StandardCharsets.UTF_8);
        }

        private Place know(ResultSet row) throws SQLException {
            Place place = new Place(row.getInt("id"), this);
            LocalDate first = Columns.dateOrNull(row, "first_day");
            LocalDate last = Columns.dateOrNull(row, "last_day");
            if (first != null && last != null) {
                place.first = Math.toIntExact(first.toEpochDay());
                place.last = Math.toIntExact(last.toEpochDay());
            }
            known.put(row.getString("ticker"), place);
            return place;
        }
    }

    /**
     * Copies the bar unless it must be merged.
     *
     * @param number of the instrument in the import
     * @return false when it is to be staged
     */
    boolean take(int number, Row row) throws SQLException {
        Place place = on ? place(number, row) : null;
        if (place == null || !place.reaches(row.epochDay())) {
            tookAll = false;
            return false;
        }
        place.target.bars++;
        place.target.days.add(row.epochDay());
        staging.row(Staging.Table.DIRECT, 10)
                .number(place.id)
                .date(row.epochDay())
                .number(row.open())
                .number(row.high())
                .number(row.low())
                .number(row.close())
                .number(row.volume())
                .number(snapshot)
                .text(place.target.code)
                .text(row.flag() == null ? "" : row.flag());
        return true;
    }

    /** Whether no bar was to be staged. */
    boolean tookAll() {
        return tookAll;
    }

    /** Of the instrument with this number in the import; {@link #NO_ID} when it is not known where its bars go. */
    int id(int number) {
        Place place = number < places.size() ? places.get(number) : null;
        return place == null ? NO_ID : place.id;
    }

    /** To be called when the names are written: keeps the ids that new instruments were given, if they still are new. */
    void settleIds() throws SQLException {
        if (session.number(MOVED, firstId) > 0) {
            throw new DirectLoadRefused("tickers change in the same import");
        }
        if (nextId > firstId) {
            session.number(TAKE_IDS, nextId - 1);
        }
    }

    /**
     * Removes staged bars that say again what was copied.
     *
     * @return how many there were
     * @throws DirectLoadRefused when one says otherwise: then both are to be refused, each with its line
     */
    long takeOutRepeats() throws SQLException {
        if (session.number("select count(*) from staged_bars s, " + MET + DIFFERS, snapshot) > 0) {
            throw new DirectLoadRefused("rows contradict each other");
        }
        return session.update("delete from staged_bars s using " + MET, snapshot);
    }

    /** Adds what was copied to the trading days and the market's totals. */
    RowCounts book(Market market) throws SQLException {
        Target target = targets.get(market);
        if (target == null || target.bars == 0) {
            return RowCounts.NONE;
        }
        int[] days = target.days.toArray();
        session.update(
                """
                insert into trading_dates (market, date, import_id)
                select ?, date '1970-01-01' + day, ? from unnest(?) day on conflict do nothing""",
                market.name(),
                snapshot,
                days);
        session.update(
                "insert into market_totals as t (market, bars, first_date, last_date) values (?, ?, ?, ?) "
                        + BarMerge.ADD_TO_TOTALS,
                market.name(),
                target.bars,
                LocalDate.ofEpochDay(days[0]),
                LocalDate.ofEpochDay(days[days.length - 1]));
        return new RowCounts(target.bars, 0, 0);
    }

    private Place place(int number, Row row) throws SQLException {
        Place place = number < places.size() ? places.get(number) : null;
        return place == null ? open(number, row) : place;
    }

    private Place open(int number, Row row) throws SQLException {
        Target target = targets.get(row.market());
        if (target == null) {
            target = load(row.market());
            targets.put(row.market(), target);
        }
        Place known = target.known.get(row.ticker());
        Place place = known == null ? new Place(nextId++, target) : known;
        while (places.size() <= number) {
            places.add(null);
        }
        places.set(number, place);
        return place;
    }

    private Target load(Market market) throws SQLException {
        String code = market.name();
        Target target = new Target(code);
        session.list(KNOWN, row -> target.know(row), code, code, code);
        session.list(RENAMED, row -> target.known.put(row.getString(1), new Place(NO_ID, target)), code);
        if (firstId == NO_ID) {
            firstId = (int) session.number(NEXT_ID);
            nextId = firstId;
        }
        return target;
    }
}
