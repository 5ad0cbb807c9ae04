package org.quantplatform.store.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.store.internal.imports.Importing.judged;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.core.data.ImportStore.Writer;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.store.internal.Children;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.sql.Database;

/** Of a direct load whose process is killed, everything is stored or nothing, and its next attempt stores it once. */
class KilledImportTest {

    private static final int KILLS = 22;
    private static final int TICKERS = 20;
    private static final int DAYS = 1_000;
    private static final long ROWS = (long) TICKERS * DAYS;
    private static final int FIRST = (int) LocalDate.of(2020, 1, 1).toEpochDay();
    private static final String READY = "ready";
    private static final String BARS =
            "select count(*) from daily_bars b join instruments i on i.id = b.instrument_id where i.ticker like ?";
    private static final String OTHERS =
            "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

    private final Random random = new Random(3);
    private final PGSimpleDataSource source = (PGSimpleDataSource) TestDatabase.empty();
    private final Database database = TestDatabase.migrated(source);
    private final Importing importing = new Importing(database);

    @Test
    void storesAllOrNothing() throws Exception {
        long whole = load(importing.create(), "W", Long.MAX_VALUE);
        assertThat(number(BARS, "W-%")).isEqualTo(ROWS);
        for (int i = 1; i <= KILLS; i++) {
            String name = "K" + i;
            String id = importing.create();
            load(id, name, (long) (random.nextDouble() * 1.1 * whole));
            awaitEnd();
            assertAllOrNothing(i, id);
            ImportReport again = load(database, id, name);
            assertThat(again.stored()).isEqualTo(ROWS);
            assertThat(number(BARS, name + "-%")).isEqualTo(ROWS);
            assertThat(number("select bars from market_totals")).isEqualTo((i + 1) * ROWS);
        }
        assertThat(number("select count(*) from trading_dates")).isEqualTo(DAYS);
        assertThat(number("select count(*) from instruments")).isEqualTo((KILLS + 1) * TICKERS);
        assertThat(number("select count(*) from data_snapshots")).isEqualTo(KILLS + 1);
        assertThat(number("select count(*) from ohlcv_revisions")).isZero();
    }

    /** In a process of its own, which has so many nanoseconds from the moment that it starts to write; returns what it took. */
    private long load(String id, String name, long nanos) throws Exception {
        Process child = Children.start(Worker.class, source, id, name);
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo(READY);
            long start = System.nanoTime();
            boolean ended =
                    child.waitFor(Math.min(nanos, Duration.ofSeconds(120).toNanos()), TimeUnit.NANOSECONDS);
            child.destroyForcibly().waitFor();
            assertThat(ended || nanos < Long.MAX_VALUE).isTrue();
            return System.nanoTime() - start;
        }
    }

    /** What the killed process asked for may go on for a moment. */
    private void awaitEnd() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (number(OTHERS) > 0) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void assertAllOrNothing(int round, String id) {
        boolean stored = importing.store().get(id).orElseThrow().snapshot() != null;
        long loads = stored ? round + 1 : round;
        assertThat(number("select count(*) from daily_bars"))
                .as("round " + round)
                .isEqualTo(loads * ROWS);
        assertThat(number("select bars from market_totals")).isEqualTo(loads * ROWS);
        assertThat(number("select count(*) from instruments")).isEqualTo(loads * TICKERS);
        assertThat(number("select count(*) from data_snapshots")).isEqualTo(loads);
    }

    private long number(String sql, Object... parameters) {
        return database.read(session -> session.number(sql, parameters));
    }

    private static ImportReport load(Database database, String id, String name) {
        try (Writer writer = new StoredImports(database).beginDirect(id, "test", PriceBasis.RAW)) {
            for (int ticker = 0; ticker < TICKERS; ticker++) {
                for (int day = FIRST; day < FIRST + DAYS; day++) {
                    writer.bar(new Row(0, 0, Market.US, name + "-" + ticker, day, 1, 1, 1, day, 100, null));
                }
            }
            return writer.commit(judged(ROWS));
        }
    }

    /** What an import's job does. */
    static final class Worker {

        private Worker() {}

        public static void main(String[] arguments) throws IOException {
            Database database = new Database(Children.source(arguments), "embedded", 60);
            database.read(session -> session.number("select 1"));
            System.out.write((READY + "\n").getBytes(StandardCharsets.UTF_8));
            System.out.flush();
            load(database, arguments[2], arguments[3]);
        }
    }
}
