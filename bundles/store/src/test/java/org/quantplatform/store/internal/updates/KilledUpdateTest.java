package org.quantplatform.store.internal.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.store.internal.imports.Importing.judged;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.core.data.RowWriter;
import org.quantplatform.core.data.RowWriter.Minute;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.core.data.UpdateStore.Chunk;
import org.quantplatform.core.data.UpdateStore.Delivered;
import org.quantplatform.core.data.UpdateStore.DeliveryKey;
import org.quantplatform.core.data.UpdateStore.NewUpdate;
import org.quantplatform.core.data.UpdateStore.Pending;
import org.quantplatform.core.data.UpdateStore.UpdateChunkKind;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.store.internal.Children;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.sql.Database;

/** An update whose process is killed again and again stores every row once and accounts for each once. */
class KilledUpdateTest {

    private static final int KILLS = 24;
    private static final int CHUNKS = 240;
    private static final int BARS = 40;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final Instant OPEN = Instant.parse("2020-01-02T14:30:00Z");
    private static final String READY = "ready";

    private final Random random = new Random(7);

    /** What of a kind of bars is looked at. */
    private record Kind(Timeframe timeframe, String bars, String revisions) {

        static Kind of(Timeframe timeframe) {
            return timeframe == Timeframe.DAY
                    ? new Kind(timeframe, "daily_bars", "ohlcv_revisions")
                    : new Kind(timeframe, "minute_bars", "minute_revisions");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DAY", "MINUTE"})
    void losesAndRepeatsNothing(Timeframe timeframe) throws Exception {
        Kind kind = Kind.of(timeframe);
        PGSimpleDataSource source = (PGSimpleDataSource) TestDatabase.empty();
        Database database = TestDatabase.migrated(source);
        StoredUpdates updates = new StoredUpdates(database);
        String id = updates.create(
                TestDatabase.caller(database, "updater"),
                new NewUpdate(Market.US, UpdateMode.UPDATE, timeframe, List.of("one", "two")),
                "{}");
        int killed = 0;
        while (true) {
            Process child = Children.start(Worker.class, source, id, timeframe.name());
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(out.readLine()).isEqualTo(READY);
                if (killed == KILLS) {
                    assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
                    assertThat(child.exitValue()).isZero();
                    break;
                }
                boolean ended = child.waitFor(random.nextInt(60), TimeUnit.MILLISECONDS);
                assertThat(ended)
                        .as("the update ended before it could be killed")
                        .isFalse();
                child.destroyForcibly().waitFor();
                killed++;
            }
            assertNothingHalf(database, id, kind);
        }
        assertAllThere(database, kind, updates.get(id).orElseThrow());
    }

    /** What is stored is what whole deliveries brought, and nothing is done that lacks rows. */
    private static void assertNothingHalf(Database database, String id, Kind kind) {
        long delivered = database.read(session ->
                session.number("select coalesce(sum(stored), 0) from update_deliveries where update_id = ?", id));
        assertThat(count(database, "select count(*) from " + kind.bars())).isEqualTo(delivered);
        assertThat(count(
                        database,
                        """
                        select count(*) from update_chunks c where state = 'done' and
                            (select count(*) from %s b join instruments i on i.id = b.instrument_id
                             where i.ticker = any (c.tickers)) <> %d"""
                                .formatted(kind.bars(), BARS)))
                .isZero();
        assertThat(count(database, "select count(*) from bar_coverage"))
                .isEqualTo(
                        kind.timeframe() == Timeframe.DAY
                                ? count(database, "select count(*) from update_chunks where state = 'done'")
                                : 0);
        assertThat(count(database, "select count(*) from market_changes")).isZero();
    }

    private static void assertAllThere(Database database, Kind kind, UpdateReport report) {
        long rows = (long) CHUNKS * BARS;
        boolean days = kind.timeframe() == Timeframe.DAY;
        assertThat(List.of(report.chunks(), report.chunksDone())).containsExactly((long) CHUNKS, (long) CHUNKS);
        assertThat(List.of(report.received(), report.stored(), report.unchanged(), report.revised()))
                .containsExactly(rows, rows, 0L, 0L);
        assertThat(count(database, "select count(*) from " + kind.bars())).isEqualTo(rows);
        assertThat(count(database, "select count(*) from " + kind.revisions())).isZero();
        assertThat(count(database, "select count(*) from instruments")).isEqualTo(CHUNKS);
        assertThat(count(database, "select coalesce(sum(bars), 0) from market_totals"))
                .isEqualTo(days ? rows : 0);
        assertThat(count(database, "select count(*) from trading_dates")).isEqualTo(days ? BARS : 0);
        assertThat(count(database, "select count(*) from market_changes")).isEqualTo(days ? 1 : 0);
        assertThat(count(database, "select count(*) from data_snapshots where not part"))
                .isEqualTo(1);
    }

    private static long count(Database database, String sql) {
        return database.read(session -> session.number(sql));
    }

    /** What an update's job does, with sources that have every day: the first half of a chunk, then the rest. */
    static final class Worker {

        private Worker() {}

        public static void main(String[] arguments) throws IOException {
            StoredUpdates updates = new StoredUpdates(new Database(Children.source(arguments), "embedded", 60));
            String id = arguments[2];
            Timeframe timeframe = Timeframe.valueOf(arguments[3]);
            updates.planned(id);
            System.out.write((READY + "\n").getBytes(StandardCharsets.UTF_8));
            System.out.flush();
            if (!updates.planned(id)) {
                updates.plan(id, CHUNKS, plan());
            }
            for (Optional<Pending> next = updates.next(id); next.isPresent(); next = updates.next(id)) {
                Pending pending = next.get();
                for (int position = 0; position < 2; position++) {
                    if (!pending.asked().containsKey(position)) {
                        DeliveryKey key = new DeliveryKey(id, pending.number(), position, "source" + position);
                        deliver(updates, key, pending, timeframe);
                    }
                }
                updates.close(id, pending.number(), 0, "source0");
            }
            updates.release(id);
        }

        private static List<Chunk> plan() {
            List<Chunk> chunks = new ArrayList<>();
            for (int i = 0; i < CHUNKS; i++) {
                chunks.add(new Chunk(UpdateChunkKind.UPDATE, List.of("T" + i), FIRST, FIRST.plusDays(BARS - 1), BARS));
            }
            return chunks;
        }

        private static void deliver(StoredUpdates updates, DeliveryKey key, Pending pending, Timeframe timeframe) {
            String ticker = pending.chunk().tickers().get(0);
            int from = key.position() * BARS / 2;
            updates.deliver(
                    key,
                    PriceBasis.RAW,
                    new Delivered(
                            writer -> {
                                for (int bar = from; bar < from + BARS / 2; bar++) {
                                    write(writer, timeframe, ticker, bar);
                                }
                            },
                            judged(BARS / 2),
                            0,
                            List.of()));
        }

        private static void write(RowWriter writer, Timeframe timeframe, String ticker, int bar) {
            if (timeframe == Timeframe.DAY) {
                int day = (int) FIRST.toEpochDay() + bar;
                writer.bar(new Row(-1, 0, Market.US, ticker, day, 1, 1, 1, 1 + bar, 100, null));
            } else {
                long start = OPEN.getEpochSecond() + 60L * bar;
                writer.minute(new Minute(Market.US, ticker, start, 1, 1, 1, 1 + bar, 100, null));
            }
        }
    }
}
