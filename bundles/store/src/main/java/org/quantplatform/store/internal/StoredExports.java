package org.quantplatform.store.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.ExportKind;
import org.quantplatform.api.data.ExportQuery;
import org.quantplatform.core.data.ExportStore;
import org.quantplatform.core.files.Rows;
import org.quantplatform.model.Quality;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.imports.Snapshots;
import org.quantplatform.store.internal.sql.CopyReader;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Reads by COPY, some instruments at a time, so that neither side holds or sorts a whole market. */
@Component
public final class StoredExports implements ExportStore {

    private static final int INSTRUMENTS = 100;

    private static final String NAMED =
            """
            select id, ticker from instruments where market = ? and import_id <= ? and (? or ticker = any (?))
            union all
            select id, ticker from instrument_revisions
            where market = ? and import_id <= ? and replaced_by > ? and (? or ticker = any (?))""";

    private static final String MINUTE = "select instrument_id, start, open, high, low, close, volume, flag from ";

    private static final String BAR = "select instrument_id, date, open, high, low, close, volume, flag from ";

    /** Whether a row that came and went with these snapshots is shown. */
    private static final String SHOWN = " import_id <= %d and coalesce(replaced_by, 2147483647) > %d";

    private final Database database;

    @Activate
    public StoredExports(@Reference Database database) {
        this.database = database;
    }

    @Override
    public State state(ExportQuery query) {
        return database.read(session -> {
            AsOf asOf = query.asOf();
            long snapshot = asOf == null ? Snapshots.current(session) : snapshot(session, query, asOf);
            named(session, query, snapshot);
            String token = session.first(
                            "select token::text from data_snapshots where snapshot = ?",
                            row -> row.getString(1),
                            snapshot)
                    .orElse("");
            return new State(snapshot, token);
        });
    }

    /** Minutes are in no panel, so that every snapshot is a state of theirs. */
    private static long snapshot(Session session, ExportQuery query, AsOf asOf) throws SQLException {
        return query.kind() == ExportKind.MINUTES
                ? States.snapshot(session, asOf)
                : States.of(session, query.market(), asOf);
    }

    @Override
    public void minutes(ExportQuery query, State state, Rows<MinuteRow> out) throws IOException {
        String where = " where instrument_id = any ('{%1$s}')" + times(query)
                + (query.quality() == Quality.ALL ? "" : " and flag = ''") + " and import_id <= " + state.snapshot();
        String select = MINUTE + "minute_bars" + where + " union all " + MINUTE + "minute_revisions" + where
                + " and replaced_by > " + state.snapshot();
        read(
                query,
                state,
                new Part(select, "start"),
                (ticker, row) -> out.add(new MinuteRow(
                        ticker,
                        Instant.ofEpochSecond(row.epochSecond()),
                        row.real(),
                        row.real(),
                        row.real(),
                        row.real(),
                        row.real(),
                        row.text())));
    }

    private static String times(ExportQuery query) {
        ZoneId zone = query.market().zone();
        LocalDate first = query.startDate();
        LocalDate last = query.endDate();
        return (first == null ? "" : " and start >= " + time(first.atStartOfDay(zone)))
                + (last == null ? "" : " and start < " + time(last.plusDays(1).atStartOfDay(zone)));
    }

    private static String time(ZonedDateTime time) {
        return "to_timestamp(" + time.toEpochSecond() + ")";
    }

    @Override
    public void bars(ExportQuery query, State state, Rows<BarRow> out) throws IOException {
        String where = " where market = '" + query.market().name() + "'" + range(query, "date") + " and import_id <= "
                + state.snapshot();
        String rows = BAR + "daily_bars" + where + " union all " + BAR + "ohlcv_revisions" + where
                + " and replaced_by > " + state.snapshot();
        String wanted = query.quality() == Quality.ALL
                ? ""
                : " and flag = '' and not exists (select from bar_flags f where f.instrument_id = b.instrument_id"
                        + " and f.date = b.date and" + SHOWN.formatted(state.snapshot(), state.snapshot()) + ")";
        String select = "select instrument_id, date, open, high, low, close, volume, flag from (" + rows
                + ") b where instrument_id = any ('{%s}')" + wanted;
        read(
                query,
                state,
                new Part(select, "date"),
                (ticker, row) -> out.add(new BarRow(
                        ticker, day(row), row.real(), row.real(), row.real(), row.real(), row.real(), row.text())));
    }

    @Override
    public void actions(ExportQuery query, State state, Rows<ActionRow> out) throws IOException {
        String select = "select instrument_id, ex_date, kind, value from corporate_actions where instrument_id = any"
                + " ('{%s}')" + range(query, "ex_date") + " and" + SHOWN.formatted(state.snapshot(), state.snapshot());
        read(query, state, new Part(select, "ex_date, kind"), (ticker, row) -> {
            LocalDate date = day(row);
            String kind = row.text();
            out.add(new ActionRow(ticker, date, kind, row.real()));
        });
    }

    @Override
    public void facts(ExportQuery query, State state, Rows<FactRow> out) throws IOException {
        String select =
                "select instrument_id, item, period_end, published, value from fundamentals where instrument_id ="
                        + " any ('{%s}')" + range(query, "published") + " and"
                        + SHOWN.formatted(state.snapshot(), state.snapshot());
        read(
                query,
                state,
                new Part(select, "item, period_end, published"),
                (ticker, row) -> out.add(new FactRow(ticker, row.text(), day(row), day(row), row.real())));
    }

    /**
     * A query for the rows of some instruments.
     *
     * @param select takes the instruments' ids in place of {@code %s}
     * @param order of an instrument's rows
     */
    private record Part(String select, String order) {}

    @FunctionalInterface
    private interface Row {

        /** The instrument's number has been taken from the row. */
        void take(String ticker, CopyReader row) throws IOException;
    }

    private void read(ExportQuery query, State state, Part part, Row row) throws IOException {
        try {
            database.write(session -> {
                session.execute("set transaction isolation level repeatable read read only");
                List<Named> all = named(session, query, state.snapshot());
                for (int i = 0; i < all.size(); i += INSTRUMENTS) {
                    read(session, part, all.subList(i, Math.min(i + INSTRUMENTS, all.size())), row);
                }
                return all;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Codes, numbers and dates only: COPY takes no parameters. */
    private static void read(Session session, Part part, List<Named> some, Row row) throws SQLException {
        TreeMap<Integer, String> tickers = new TreeMap<>();
        some.forEach(named -> tickers.put(named.id(), named.ticker()));
        String ids = some.stream().map(named -> String.valueOf(named.id())).collect(Collectors.joining(","));
        CopyReader rows = new CopyReader(
                session,
                "select r.* from (" + part.select().formatted(ids) + ") r join unnest('{" + ids
                        + "}'::integer[]) with ordinality w (id, place) on w.id = r.instrument_id order by w.place, "
                        + part.order());
        try {
            while (rows.next()) {
                row.take(tickers.get(rows.number()), rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Named(int id, String ticker) {}

    private static List<Named> named(Session session, ExportQuery query, long snapshot) throws SQLException {
        String market = query.market().name();
        boolean all = query.tickers().isEmpty();
        String[] tickers = query.tickers().toArray(String[]::new);
        List<Named> found = session.list(
                NAMED + " order by ticker",
                row -> new Named(row.getInt("id"), row.getString("ticker")),
                market,
                snapshot,
                all,
                tickers,
                market,
                snapshot,
                snapshot,
                all,
                tickers);
        TreeSet<String> unknown = new TreeSet<>(query.tickers());
        found.forEach(named -> unknown.remove(named.ticker()));
        if (!unknown.isEmpty()) {
            throw QuantException.notFound("instrument", query.market() + ":" + unknown.first());
        }
        return found;
    }

    private static String range(ExportQuery query, String column) {
        return (query.startDate() == null ? "" : " and " + column + " >= '" + query.startDate() + "'")
                + (query.endDate() == null ? "" : " and " + column + " <= '" + query.endDate() + "'");
    }

    private static LocalDate day(CopyReader row) {
        return LocalDate.ofEpochDay(row.epochDay());
    }
}
