package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.health.HealthReport.DatabaseInfo;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.imports.BothDatabases;
import org.quantplatform.store.internal.imports.Importing;
import org.quantplatform.store.internal.sql.BarStorage;
import org.quantplatform.store.internal.sql.Database;

@Timeout(240)
class TimescaleTest {

    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final String COMPRESS =
            "select count(compress_chunk(c, if_not_compressed => true)) from show_chunks('timescale.ohlcv_data') c";

    @TempDir
    private Path folder;

    private final Random random = new Random(5);
    private TimescaleServer server;
    private DataSource source;

    @BeforeEach
    void emptyDatabase() {
        server = TimescaleServer.start();
        source = server.source();
        SchemaMigration.migrate(source, false);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private Database moved() {
        assertThat(Timescale.prepare(source, true)).isEqualTo(BarStorage.HYPERTABLE);
        return new Database(source, "external", 60, BarStorage.HYPERTABLE);
    }

    /** Some new, some corrected, some without a value; volumes of which a sum depends on the order. */
    private List<Row> someBars() {
        List<Row> rows = new ArrayList<>();
        for (String ticker : List.of("A", "B", "C")) {
            LocalDate from = FIRST.plusDays(random.nextInt(3_000));
            for (LocalDate date = from;
                    date.isBefore(from.plusDays(300));
                    date = date.plusDays(1 + random.nextInt(4))) {
                int day = (int) date.toEpochDay();
                rows.add(new Row(0, 0, Market.US, ticker, day, some(), some(), some(), price(), some(), null));
            }
        }
        return rows;
    }

    private double price() {
        return 1 + random.nextInt(1000) / 7.0;
    }

    private double some() {
        return random.nextInt(6) == 0 ? Double.NaN : price();
    }

    @Test
    void answersAsPlainPostgresDoes() {
        BothDatabases plain = new BothDatabases(TestDatabase.migrated(), folder.resolve("plain"));
        BothDatabases moved = new BothDatabases(new Database(source, "external", 60), folder.resolve("moved"));
        int imports = 0;
        for (int step = 0; step < 8; step++) {
            List<Row> rows = someBars();
            LocalDate split = FIRST.plusDays(random.nextInt(3_000));
            plain.store(rows, split);
            moved.store(rows, split);
            imports++;
            if (step == 2) {
                moved = new BothDatabases(moved(), folder.resolve("moved"));
            }
            if (step == 4) {
                compress();
            }
            assertThat(moved.answers(imports)).as("step " + step).isEqualTo(plain.answers(imports));
            if (step % 2 == 1) {
                plain.rollUp();
                moved.rollUp();
                assertThat(moved.answers(imports))
                        .as("rolled up in step " + step)
                        .isEqualTo(plain.answers(imports));
            }
        }
        assertThat(moved.answers(imports)).as("rows of all kinds").hasSizeGreaterThan(1_000);
    }

    private void compress() {
        Database database = new Database(source, "external", 60, BarStorage.HYPERTABLE);
        long compressed = database.read(session -> session.number(COMPRESS));
        assertThat(compressed).isPositive();
        assertThat(number("select count(*) from timescaledb_information.chunks where is_compressed"))
                .isPositive();
    }

    @Test
    void isSetUpAsTimescaleWantsIt() {
        Database database = moved();
        new Importing(database).run(Importing.row("A", "2020-01-02", 10), Importing.row("A", "2024-01-02", 10));

        assertThat(number(
                        "select count(*) from timescaledb_information.hypertables where hypertable_name = 'ohlcv_data'"
                                + " and num_chunks = 2 and compression_enabled"))
                .isOne();
        assertThat(number("select count(*) from timescaledb_information.continuous_aggregates"
                        + " where view_name in ('ohlcv_monthly', 'ohlcv_quarterly')"))
                .isEqualTo(2);
        for (int job : jobs(database)) {
            database.read(session -> session.update("call run_job(" + job + ")"));
        }
        assertThat(number("select count(*) from timescaledb_information.chunks where is_compressed"))
                .isOne();
        assertThat(number("select count(*) from timescale.ohlcv_monthly")).isEqualTo(2);
    }

    @Test
    void minutesFollowWhereDaysWereMovedBefore() throws SQLException {
        moved();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop view minute_bars");
            statement.execute(
                    "create table minute_bars (like timescale.minute_bars, primary key (instrument_id, start))");
            statement.execute("drop table timescale.minute_bars");
            statement.execute("insert into minute_bars select 1, time, 1, 1, 1, 1, 1, 1, '' from generate_series("
                    + "timestamptz '2020-01-06 14:30Z', '2020-01-06 20:59Z', '1 minute') time");
        }

        Database database = moved();

        assertThat(number("select count(*) from timescale.minute_bars")).isEqualTo(390);
        for (int job : jobs(database)) {
            database.read(session -> session.update("call run_job(" + job + ")"));
        }
        assertThat(number("select count(*) from timescaledb_information.chunks"
                        + " where is_compressed and hypertable_name = 'minute_bars'"))
                .isOne();
        assertThat(number("select count(*) from minute_bars where instrument_id = 1"))
                .isEqualTo(390);
    }

    private static List<Integer> jobs(Database database) {
        return database.read(session -> session.list(
                "select job_id from timescaledb_information.jobs where proc_name in"
                        + " ('policy_compression', 'policy_refresh_continuous_aggregate') order by 1",
                row -> row.getInt(1)));
    }

    @Test
    void isChosenWhereItIsWantedAndStaysThen() {
        assertThat(Timescale.prepare(source, false)).isEqualTo(BarStorage.PARTITIONED);
        Database database = moved();
        assertThat(Timescale.prepare(source, false)).isEqualTo(BarStorage.HYPERTABLE);
        assertThat(Timescale.prepare(source, true)).isEqualTo(BarStorage.HYPERTABLE);

        DatabaseInfo info = new BoundedProbe(database).probe().orElseThrow();
        assertThat(info.bars()).isEqualTo("hypertable");
        assertThat(info.timescaledb()).startsWith("2.");
        assertThat(SchemaMigration.migrate(source, false)).as("later starts").isZero();
    }

    private long number(String sql) {
        return new Database(source, "external", 60).read(session -> session.number(sql));
    }
}
