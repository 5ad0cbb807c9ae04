package org.quantplatform.store.internal.updates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
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
                Coverage.extend(session, id, chunk, coveredBy);
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
                : DailyDays.spans(session, market, tickers));
    }

    @Override
    public Map<String, int[]> days(
            Market market, Timeframe timeframe, List<String> tickers, LocalDate from, LocalDate to) {
        return timeframe == Timeframe.MINUTE
                ? database.read(session -> MinuteDays.between(session, market, tickers, from, to))
                : database.write(session -> DailyDays.between(session, market, tickers, from, to));
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
}
