package org.quantplatform.store.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quantplatform.store.internal.imports.Importing.judged;
import static org.quantplatform.store.internal.imports.Importing.row;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.core.data.DirectLoadRefused;
import org.quantplatform.core.data.ImportStore.Writer;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.Rename;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.sql.Database;

/** Bars that are copied to where they stay are judged as those that are staged. */
class DirectLoadTest {

    private static final int STEPS = 24;
    private static final int FIRST = (int) LocalDate.of(2019, 3, 1).toEpochDay();
    private static final String WAITING = "select count(*) from pg_locks where locktype = 'advisory' and not granted";

    @TempDir
    private Path folder;

    private final Random random = new Random(11);
    private Database database;
    private Importing importing;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        importing = new Importing(database, true);
    }

    private Writer begin() {
        return importing.begin(importing.create(), PriceBasis.RAW);
    }

    private long number(String sql) {
        return database.read(session -> session.number(sql));
    }

    private List<String> reports(Database of) {
        return of.read(session -> session.list(
                """
                select array[i.snapshot, i.received, i.stored, i.unchanged, i.revised, i.flagged, i.refused,
                             i.instruments]::text || i.reasons || (
                    select coalesce(string_agg(d::text, ',' order by d.position), '') from import_details d
                    where d.import_id = i.id) as report
                from imports i order by i.snapshot""",
                row -> row.getString("report").replaceAll("im_[0-9_]+", "")));
    }

    /** Bars of some tickers and days in some order, of which some are there twice, and some of these contradict. */
    private List<Row> someBars(int step) {
        List<Row> rows = new ArrayList<>();
        int from = FIRST + random.nextInt(200);
        for (int ticker = 0; ticker < 5; ticker++) {
            for (int day = from; day < from + 30; day += 1 + random.nextInt(3)) {
                rows.add(bar(rows.size(), "T" + ticker * (1 + step % 2), day, 1 + random.nextInt(3)));
            }
        }
        switch (step % 4) {
            case 0 -> rows.sort((a, b) -> Integer.compare(a.epochDay(), b.epochDay()));
            case 1 -> Collections.reverse(rows);
            case 2 -> Collections.shuffle(rows, random);
            default -> {}
        }
        int repeats = step < 4 ? 0 : random.nextInt(3);
        for (int i = 0; i < repeats; i++) {
            Row again = rows.get(random.nextInt(rows.size()));
            double close = step % 3 == 0 ? again.close() + 1 : again.close();
            rows.add(bar(rows.size(), again.ticker(), again.epochDay(), close));
        }
        return rows;
    }

    private static Row bar(int line, String ticker, int day, double close) {
        return new Row(0, line, Market.US, ticker, day, close, close, close, close, 100, null);
    }

    @Test
    void leavesBehindWhatStagedRowsDo() {
        Database other = TestDatabase.migrated();
        Importing staged = new Importing(other, false);
        BothDatabases ours = new BothDatabases(database, folder.resolve("direct"));
        BothDatabases theirs = new BothDatabases(other, folder.resolve("staged"));
        for (int step = 0; step < STEPS; step++) {
            List<Row> rows = someBars(step);
            importing.run(PriceBasis.RAW, judged(rows.size()), writer -> rows.forEach(writer::bar));
            staged.run(PriceBasis.RAW, judged(rows.size()), writer -> rows.forEach(writer::bar));

            assertThat(reports(database)).as("step " + step).isEqualTo(reports(other));
        }
        assertThat(ours.answers(STEPS)).isEqualTo(theirs.answers(STEPS)).hasSizeGreaterThan(500);
        ours.rollUp();
        theirs.rollUp();
        assertThat(ours.answers(STEPS)).isEqualTo(theirs.answers(STEPS));
    }

    @Test
    void copiesWhatIsNewAndStagesTheRest() {
        importing.run(row("A", "2020-01-03", 10), row("A", "2020-01-06", 11));
        ImportReport report = importing.run(
                row("A", "2020-01-02", 9),
                row("A", "2020-01-03", 10),
                row("B", "2020-01-03", 5),
                row("A", "2020-01-06", 12),
                row("A", "2020-01-07", 13),
                row("B", "2020-01-02", 4));

        assertThat(List.of(report.stored(), report.unchanged(), report.revised()))
                .containsExactly(4L, 1L, 1L);
        assertThat(number("select bars from market_totals")).isEqualTo(6);
        assertThat(number("select count(*) from trading_dates")).isEqualTo(4);
        assertThat(number("select count(*) from daily_bars where import_id = 2"))
                .isEqualTo(5);
    }

    /** Both read the same file into the same empty range. */
    @Test
    void letsTheSecondOfTwoWritersFindTheFirstOnesRows() throws Exception {
        String second = importing.create();
        try (Writer first = begin();
                Writer other = importing.begin(second, PriceBasis.RAW)) {
            for (int day = FIRST; day < FIRST + 3_000; day++) {
                first.bar(bar(0, "A", day, 1));
                other.bar(bar(0, "A", day, day % 2 + 1));
            }
            CompletableFuture<ImportReport> report = CompletableFuture.supplyAsync(() -> other.commit(judged(3_000)));
            awaitWaiting();
            assertThat(report).isNotDone();
            assertThat(number("select count(*) from daily_bars"))
                    .as("not seen yet")
                    .isZero();
            assertThat(first.commit(judged(3_000)).stored()).isEqualTo(3_000);

            ImportReport later = report.get(60, TimeUnit.SECONDS);
            assertThat(List.of(later.stored(), later.unchanged(), later.revised()))
                    .containsExactly(0L, 1_500L, 1_500L);
        }
        assertThat(number("select count(*) from daily_bars")).isEqualTo(3_000);
        assertThat(number("select count(*) from ohlcv_revisions")).isEqualTo(1_500);
        assertThat(number("select bars from market_totals")).isEqualTo(3_000);
        assertThat(number("select count(*) from instruments")).isEqualTo(1);
    }

    private void awaitWaiting() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (number(WAITING) == 0) {
            assertThat(System.nanoTime()).as("the second writer waits").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void storesNothingAgainWhenTheSameRangeIsLoadedTwice() {
        Row[] rows = IntStream.range(FIRST, FIRST + 3_000)
                .mapToObj(day -> bar(0, "A", day, day))
                .toArray(Row[]::new);
        importing.run(rows);
        ImportReport again = importing.run(rows);

        assertThat(List.of(again.stored(), again.unchanged(), again.revised())).containsExactly(0L, 3_000L, 0L);
        assertThat(number("select count(*) from daily_bars where import_id = 1"))
                .isEqualTo(3_000);
    }

    @Test
    void refusesRowsThatContradictWhatIsCopiedAlready() {
        try (Writer writer = begin()) {
            writer.bar(bar(2, "A", FIRST, 1));
            writer.bar(bar(3, "A", FIRST + 1, 1));
            writer.bar(bar(4, "A", FIRST, 2));
            assertThatThrownBy(() -> writer.commit(judged(3))).isInstanceOf(DirectLoadRefused.class);
        }
        assertThat(number("select count(*) from daily_bars")).isZero();
        assertThat(number("select count(*) from instruments")).isZero();
        assertThat(number("select count(*) from data_snapshots")).isZero();
    }

    @Test
    void givesBarsOfARenamedTickerToItsInstrument() {
        Rename rename = new Rename(Market.US, "OLD", "NEW", LocalDate.ofEpochDay(FIRST + 10));
        importing.run(bar(0, "OLD", FIRST, 1));
        importing.run(PriceBasis.RAW, judged(2), writer -> {
            writer.bar(bar(0, "OLD", FIRST + 1, 2));
            writer.rename(rename);
        });
        importing.run(bar(0, "OLD", FIRST + 2, 3));
        importing.run(bar(0, "NEW", FIRST + 10, 4));

        assertThat(number("select count(*) from daily_bars b join instruments i on i.id = b.instrument_id"
                        + " where i.ticker = 'NEW'"))
                .isEqualTo(4);
        assertThat(number("select count(*) from instruments")).isEqualTo(1);
    }

    @Test
    void stagesBarsOfTheNewNameThatComeWithIt() {
        importing.run(bar(0, "OLD", FIRST, 1));
        importing.run(PriceBasis.RAW, judged(2), writer -> {
            writer.bar(bar(0, "NEW", FIRST + 10, 2));
            writer.rename(new Rename(Market.US, "OLD", "NEW", LocalDate.ofEpochDay(FIRST + 10)));
        });

        assertThat(number("select count(*) from daily_bars where instrument_id ="
                        + " (select id from instruments where ticker = 'NEW')"))
                .isEqualTo(2);
        assertThat(number("select count(*) from instruments")).isEqualTo(1);
    }

    @Test
    void takesTheNewBasisOfAnInstrumentWithoutBars() {
        importing.run(
                PriceBasis.RAW,
                judged(0),
                writer -> writer.instrument(Instrument.unknownStock(Market.US, "A", "XNYS", "USD")));
        ImportReport report = importing.run(PriceBasis.SPLIT, judged(1), writer -> writer.bar(bar(0, "A", FIRST, 1)));

        assertThat(report.stored()).isEqualTo(1);
        assertThat(number("select count(*) from instruments where price_basis = 'split'"))
                .isEqualTo(1);
    }
}
