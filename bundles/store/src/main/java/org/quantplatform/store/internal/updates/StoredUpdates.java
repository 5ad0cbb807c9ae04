package org.quantplatform.store.internal.updates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateChunk;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.store.internal.Idempotency;
import org.quantplatform.store.internal.Idempotency.Use;
import org.quantplatform.store.internal.JobRows;
import org.quantplatform.store.internal.imports.Origin;
import org.quantplatform.store.internal.imports.Snapshots;
import org.quantplatform.store.internal.imports.StagedImport;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.CopyReader;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Session;

/** Updates in the database. */
@Component
public final class StoredUpdates implements UpdateStore {

    private static final String KIND = "update";
    private static final int MAX_SOURCE = 100;

    private static final String DELIVERED =
            """
            select u.market, u.timeframe, u.released, coalesce(sum(d.stored), 0) as stored, coalesce(sum(d.revised), 0) as revised,
                   coalesce(bool_or(d.changed), false) as changed, array_to_string(u.sources, ',') as sources
            from updates u left join update_deliveries d on d.update_id = u.id where u.id = ? group by u.id""";

    /**
     * That a day has no bar is believed of an instrument of which bars came now, or were covered by the same source before: a
     * source may answer about one that it does not know with an empty list. It is believed when the day is long past, or when a
     * bar of another instrument of the chunk came on it or later; never of an instrument that a source refused as a whole, and
     * only up to the first day after the latest bar of which a source said what could not be stored.
     */
    private static final String COVER =
            """
            with part as materialized (
                select u.id, h.number, u.market, h.tickers, h.first_day, h.last_day
                from update_chunks h join updates u on u.id = h.update_id
                where h.update_id = ? and h.number = ? and h.kind not in ('instruments', 'actions') and u.timeframe = '1d'),
            reach as materialized (
                select p.first_day,
                       case when p.last_day < current_date - 14 then p.last_day
                            else (select least(p.last_day, max(d.last_day)) from update_deliveries d
                                  where d.update_id = p.id and d.chunk = p.number) end as last_day
                from part p),
            came as materialized (
                select distinct unnest(d.tickers) as ticker
                from part p join update_deliveries d on d.update_id = p.id and d.chunk = p.number),
            known as materialized (
                select i.id, i.market, i.ticker,
                       (select max(b.date) from daily_bars b
                        where b.market = i.market and b.instrument_id = i.id and b.date <= r.last_day) as last_bar
                from part p cross join reach r cross join unnest(p.tickers) t (ticker)
                join instruments i on i.market = p.market and i.ticker = t.ticker
                where not exists (select from refused_bars f
                                  where (f.market, f.ticker, f.date) = (i.market, i.ticker, '-infinity')
                                    and (f.update_id, f.chunk) = (p.id, p.number))
                  and (i.ticker in (select ticker from came)
                       or exists (select from bar_coverage c where c.instrument_id = i.id and c.source = ?))),
            sure as (
                select k.id, r.first_day,
                       coalesce((select min(f.date) - 1 from refused_bars f
                                 where f.market = k.market and f.ticker = k.ticker
                                   and f.date >= r.first_day and f.date <= r.last_day
                                   and (k.last_bar is null or f.date > k.last_bar)), r.last_day) as last_day
                from known k cross join reach r)
            insert into bar_coverage as c (instrument_id, first_day, last_day, source)
            select id, first_day, last_day, ? from sure where last_day >= first_day
            on conflict (instrument_id) do update
            set first_day = case when excluded.first_day <= c.last_day and excluded.last_day >= c.first_day
                                 then least(c.first_day, excluded.first_day)
                                 when excluded.last_day > c.last_day then excluded.first_day else c.first_day end,
                last_day = greatest(c.last_day, excluded.last_day), source = excluded.source,
                checked_at = clock_timestamp()""";

    /** Ends doubts about days that a source was asked for again and did not refuse. */
    private static final String SETTLE =
            """
            with part as materialized (
                select u.id, h.number, u.market, h.tickers, h.first_day, h.last_day
                from update_chunks h join updates u on u.id = h.update_id
                where h.update_id = ? and h.number = ? and h.kind not in ('instruments', 'actions') and u.timeframe = '1d')
            delete from refused_bars f using part p
            where f.market = p.market and f.ticker = any (p.tickers) and (f.update_id, f.chunk) <> (p.id, p.number)
              and (f.date = '-infinity'
                   or f.date between p.first_day and p.last_day
                      and not exists (select from refused_bars r
                                      where (r.market, r.ticker, r.date) = (f.market, f.ticker, '-infinity')
                                        and (r.update_id, r.chunk) = (p.id, p.number)))""";

    private static final String SPANS =
            """
            select i.ticker, i.synthetic, i.listed, i.delisted, c.first_day, c.last_day,
                   array(select f.date - date '1970-01-01' from refused_bars f
                         where f.market = i.market and f.ticker = i.ticker and f.date > '-infinity'
                           and not exists (select from daily_bars b
                                           where b.market = i.market and b.instrument_id = i.id and b.date = f.date)
                         order by f.date) as refused,
                   (select min(date) from daily_bars b where b.market = ? and b.instrument_id = i.id) as first_bar,
                   (select max(date) from daily_bars b where b.market = ? and b.instrument_id = i.id) as last_bar
            from instruments i left join bar_coverage c on c.instrument_id = i.id
            where i.market = ? and (? or i.ticker = any (?)) order by i.ticker""";

    private final Database database;

    @Activate
    public StoredUpdates(@Reference Database database) {
        this.database = database;
    }

    @Override
    public String create(Caller caller, NewUpdate update, String requestJson, Optional<Claim> claim) {
        return database.write(session -> {
            String id = JobRows.nextId(session, "up");
            Optional<String> earlier = Idempotency.claim(session, Use.of(caller.userId(), KIND, claim), id);
            if (earlier.isPresent()) {
                return earlier.get();
            }
            JobRows.queue(session, id, KIND, caller.userId(), requestJson);
            session.update(
                    "insert into updates (id, market, mode, timeframe, sources) values (?, ?, ?, ?, ?)",
                    id,
                    update.market().name(),
                    update.mode().name().toLowerCase(Locale.ROOT),
                    update.timeframe().code(),
                    update.sources().toArray(String[]::new));
            return id;
        });
    }

    @Override
    public Optional<UpdateReport> get(String id) {
        return database.read(session -> UpdateRows.find(session, id));
    }

    @Override
    public Page<UpdateReport> list(PageRequest page) {
        return database.read(session ->
                Page.of(UpdateRows.list(session, page), page, session.number("select count(*) from updates")));
    }

    @Override
    public Page<UpdateChunk> chunks(String id, PageRequest page) {
        return database.read(session -> Page.of(
                UpdateRows.chunks(session, id, page),
                page,
                session.number("select count(*) from update_chunks where update_id = ?", id)));
    }

    @Override
    public boolean planned(String id) {
        return database.read(
                session -> session.number("select count(*) from updates where id = ? and planned", id) > 0);
    }

    @Override
    public void plan(String id, int instruments, List<Chunk> chunks) {
        database.write(session -> {
            int mine = session.update(
                    "update updates set planned = true, instruments = ? where id = ? and not planned", instruments, id);
            int number = mine == 0
                    ? 0
                    : (int) session.number(
                            "select coalesce(max(number), 0) from update_chunks where update_id = ?", id);
            for (Chunk chunk : mine == 0 ? List.<Chunk>of() : chunks) {
                add(session, id, ++number, chunk);
            }
            return number;
        });
    }

    private static void add(Session session, String id, int number, Chunk chunk) throws SQLException {
        session.update(
                """
                insert into update_chunks (update_id, number, kind, tickers, first_day, last_day, requested)
                values (?, ?, ?, ?, ?, ?, ?)""",
                id,
                number,
                chunk.kind().name().toLowerCase(Locale.ROOT),
                chunk.tickers().toArray(String[]::new),
                chunk.from(),
                chunk.to(),
                chunk.requested());
    }

    @Override
    public Optional<Pending> next(String id) {
        return database.read(session -> {
            Map<Integer, Boolean> asked = new TreeMap<>();
            Optional<Pending> next = session.first(
                    """
                    select * from update_chunks where update_id = ? and state = 'pending' order by number limit 1""",
                    row -> new Pending(row.getInt("number"), chunk(row), asked),
                    id);
            if (next.isPresent()) {
                session.list(
                        "select position, error from update_deliveries where update_id = ? and chunk = ?",
                        row -> asked.put(row.getInt("position"), row.getString("error") == null) == null,
                        id,
                        next.get().number());
            }
            return next;
        });
    }

    private static Chunk chunk(ResultSet row) throws SQLException {
        return new Chunk(
                UpdateChunkKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                UpdateRows.texts(row, "tickers"),
                Columns.date(row, "first_day"),
                Columns.date(row, "last_day"),
                row.getLong("requested"));
    }

    @Override
    public void deliver(DeliveryKey key, PriceBasis basis, Delivered delivered) {
        Origin origin = new Origin(key.updateId(), key.source(), basis);
        try (StagedImport staged = StagedImport.begin(database, origin, new DeliveryLedger(key, delivered))) {
            delivered.rows().accept(staged);
            staged.merge(delivered.judged());
        }
    }

    @Override
    public void fail(DeliveryKey key, String error) {
        database.write(session -> session.update(
                """
                insert into update_deliveries (update_id, chunk, position, source, error) values (?, ?, ?, ?, ?)
                on conflict do nothing""",
                key.updateId(),
                key.chunk(),
                key.position(),
                key.source(),
                error));
    }

    @Override
    public void close(String id, int chunk, long absent, @Nullable String coveredBy) {
        database.write(session -> {
            int changed = session.update(
                    "update update_chunks set state = ?, absent = ? where update_id = ? and number = ?",
                    coveredBy == null ? "failed" : "done",
                    absent,
                    id,
                    chunk);
            if (coveredBy != null) {
                session.update(SETTLE, id, chunk);
                session.update(COVER, id, chunk, coveredBy, coveredBy);
            }
            return changed;
        });
    }

    @Override
    public void release(String id) {
        database.write(session -> release(session, id));
    }

    @Override
    public void releaseEnded() {
        database.write(session -> {
            List<String> ended = session.list(
                    """
                    select u.id from updates u join jobs j on j.id = u.id
                    where not u.released and j.status in ('completed', 'failed', 'cancelled') order by j.number""",
                    row -> row.getString("id"));
            for (String id : ended) {
                release(session, id);
            }
            return ended.size();
        });
    }

    /** Under a snapshot of its own: what was seen under those that are told already must not change. */
    private static boolean release(Session session, String id) throws SQLException {
        Snapshots.lock(session);
        Optional<Outcome> found = session.first(DELIVERED, StoredUpdates::outcome, id);
        if (found.isEmpty() || found.get().released()) {
            return false;
        }
        Outcome outcome = found.get();
        Long snapshot = outcome.changed() ? Snapshots.next(session) : null;
        session.update("update updates set released = true, snapshot = ?::bigint where id = ?", snapshot, id);
        if (snapshot != null) {
            Snapshots.add(
                    session,
                    new Snapshots.State(snapshot, id, outcome.sources(), outcome.stored(), outcome.revised(), false));
            if (outcome.daily()) {
                Snapshots.changed(session, outcome.market(), snapshot);
            }
        }
        Snapshots.ended(session, outcome.market(), id);
        return true;
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        String sources = row.getString("sources");
        return new Outcome(
                row.getString("market"),
                Timeframe.DAY.code().equals(row.getString("timeframe")),
                row.getBoolean("released"),
                row.getLong("stored"),
                row.getLong("revised"),
                row.getBoolean("changed"),
                sources.length() <= MAX_SOURCE ? sources : sources.substring(0, MAX_SOURCE));
    }

    /** @param daily false for bars that no panel shows */
    private record Outcome(
            String market,
            boolean daily,
            boolean released,
            long stored,
            long revised,
            boolean changed,
            String sources) {}

    @Override
    public List<Span> spans(Market market, Timeframe timeframe, List<String> tickers) {
        return database.read(session -> timeframe == Timeframe.MINUTE
                ? MinuteDays.spans(session, market, tickers)
                : dailySpans(session, market, tickers));
    }

    private static List<Span> dailySpans(Session session, Market market, List<String> tickers) throws SQLException {
        String code = market.name();
        return session.list(
                SPANS,
                row -> new Span(
                        row.getString("ticker"),
                        row.getBoolean("synthetic"),
                        Columns.dateOrNull(row, "listed"),
                        Columns.dateOrNull(row, "delisted"),
                        Columns.dateOrNull(row, "first_bar"),
                        Columns.dateOrNull(row, "last_bar"),
                        Columns.dateOrNull(row, "first_day"),
                        Columns.dateOrNull(row, "last_day"),
                        Arrays.stream(Columns.ints(row, "refused"))
                                .mapToObj(LocalDate::ofEpochDay)
                                .toList()),
                code,
                code,
                code,
                tickers.isEmpty(),
                tickers.toArray(String[]::new));
    }

    @Override
    public Map<String, int[]> days(
            Market market, Timeframe timeframe, List<String> tickers, LocalDate from, LocalDate to) {
        return timeframe == Timeframe.MINUTE
                ? database.read(session -> MinuteDays.between(session, market, tickers, from, to))
                : database.write(session -> dailyDays(session, market, tickers, from, to));
    }

    private static Map<String, int[]> dailyDays(
            Session session, Market market, List<String> tickers, LocalDate from, LocalDate to) throws SQLException {
        session.limitCopy();
        Map<Integer, String> byId = new HashMap<>();
        session.list(
                "select id, ticker from instruments where market = ? and (? or ticker = any (?))",
                row -> byId.put(row.getInt("id"), row.getString("ticker")) == null,
                market.name(),
                tickers.isEmpty(),
                tickers.toArray(String[]::new));
        Map<Integer, Days> found = new HashMap<>();
        if (!byId.isEmpty()) {
            // codes, numbers and dates only: COPY takes no parameters
            CopyReader rows = new CopyReader(
                    session,
                    "select instrument_id, date from daily_bars where market = '" + market.name()
                            + "' and date between '" + from + "' and '" + to + "'" + among(byId, tickers));
            while (rows.next()) {
                found.computeIfAbsent(rows.number(), id -> new Days()).add(rows.epochDay());
            }
        }
        Map<String, int[]> days = new TreeMap<>();
        found.forEach((id, of) -> days.put(byId.get(id), of.sorted()));
        return days;
    }

    private static String among(Map<Integer, String> byId, List<String> tickers) {
        if (tickers.isEmpty()) {
            return "";
        }
        StringBuilder ids = new StringBuilder();
        byId.keySet().forEach(id -> ids.append(ids.isEmpty() ? "" : ",").append(id));
        return " and instrument_id = any ('{" + ids + "}')";
    }

    @Override
    public Set<String> actionsAsked(Market market, Instant since) {
        return database.read(session -> Set.copyOf(session.list(
                """
                select distinct unnest(h.tickers) as ticker
                from update_chunks h join updates u on u.id = h.update_id join jobs j on j.id = u.id
                where u.market = ? and h.kind = 'actions' and h.state = 'done' and j.created_at >= ?""",
                row -> row.getString("ticker"),
                market.name(),
                since.atOffset(ZoneOffset.UTC))));
    }

    @Override
    public Map<Market, String> latest() {
        return database.read(session -> {
            Map<Market, String> latest = new EnumMap<>(Market.class);
            session.list(
                    """
                    select distinct on (u.market) u.market, u.id from updates u join jobs j on j.id = u.id
                    where u.timeframe = '1d' order by u.market, j.number desc""",
                    row -> latest.put(Market.valueOf(row.getString("market")), row.getString("id")) == null);
            return latest;
        });
    }

    /** Days that grow. */
    private static final class Days {

        private int[] days = new int[256];
        private int size;

        void add(int day) {
            if (size == days.length) {
                days = Arrays.copyOf(days, size * 2);
            }
            days[size++] = day;
        }

        int[] sorted() {
            int[] all = Arrays.copyOf(days, size);
            Arrays.sort(all);
            return all;
        }
    }
}
