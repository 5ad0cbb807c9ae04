package org.quantplatform.store.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.store.internal.StoredMarket;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.sql.BarStorage;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;
import org.quantplatform.store.internal.sql.Transaction;

@Tag(TestDatabase.BOTH)
class RollupsTest {

    private static final LocalDate FIRST = LocalDate.of(2019, 11, 18);

    private final Random random = new Random(11);
    private final Map<String, Map<LocalDate, Row>> bars = new TreeMap<>();
    private Database database;
    private Importing importing;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        importing = new Importing(database);
    }

    /** Some days of some instruments, a part of them known already, with holes in the values. */
    private void importSomeDays() {
        List<Row> rows = new ArrayList<>();
        for (String ticker : List.of("A", "B", "C")) {
            LocalDate from = FIRST.plusDays(random.nextInt(200));
            for (LocalDate date = from; date.isBefore(from.plusDays(60)); date = date.plusDays(1 + random.nextInt(3))) {
                Row row = new Row(
                        0,
                        0,
                        Market.US,
                        ticker,
                        (int) date.toEpochDay(),
                        some(),
                        some(),
                        some(),
                        price(),
                        some(),
                        null);
                rows.add(row);
                bars.computeIfAbsent(ticker, t -> new TreeMap<>()).put(date, row);
            }
        }
        importing.run(rows.toArray(Row[]::new));
    }

    private double price() {
        return 1 + random.nextInt(100);
    }

    private double some() {
        return random.nextInt(5) == 0 ? Double.NaN : price();
    }

    @Test
    void areWhatOneWouldCountByHand() {
        for (int i = 0; i < 6; i++) {
            importSomeDays();
            if (i == 2) {
                assertRolledUp("not yet rolled up");
            }
            if (i % 2 == 1) {
                Rollups.refresh(database);
                assertThat(number("select count(*) from bar_changes")).isZero();
                assertRolledUp("rolled up");
            }
        }
        boolean aggregates = database.bars() == BarStorage.HYPERTABLE;
        assertThat(number("select count(*) from " + (aggregates ? "timescale.ohlcv_monthly" : "bar_rollups")))
                .isPositive();
    }

    @Test
    void whatChangesNothingIsNotRolledUpAgain() {
        importing.run(Importing.row("A", "2020-01-02", 10));
        Rollups.refresh(database);
        importing.run(Importing.row("A", "2020-01-02", 10));
        assertThat(number("select count(*) from bar_changes")).isZero();
    }

    /** The older result of a server that is held up must not replace the newer one of another server. */
    @Test
    @Tag(TestDatabase.CONNECTIONS)
    void twoServersNeverLoseAChange() throws Exception {
        importing.run(Importing.row("A", "2020-01-02", 10), Importing.row("B", "2020-01-02", 20));
        Rollups.refresh(database);
        importing.run(Importing.row("A", "2020-01-03", 11), Importing.row("B", "2020-01-03", 21));
        ExecutorService server = Executors.newSingleThreadExecutor();
        try (Transaction holding = database.begin()) {
            holding.session()
                    .number(
                            """
                            select count(*) from (
                                select r.period from bar_rollups r join instruments i on i.id = r.instrument_id
                                where i.ticker = 'A' for update of r) held""");
            Future<?> held = server.submit(() -> Rollups.refresh(database));
            awaitAWaitingServer();

            importing.run(Importing.row("B", "2020-01-06", 22));
            Rollups.refresh(database);
            holding.commit();
            held.get(30, TimeUnit.SECONDS);
        } finally {
            server.shutdownNow();
        }

        assertThat(number("select count(*) from bar_changes")).isZero();
        assertThat(stored("ohlcv_monthly", "month").get("B 2020-01-01"))
                .isEqualTo(List.of(20.0, 22.0, 20.0, 22.0, 300.0, 3.0));
    }

    private void awaitAWaitingServer() throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            if (number("select count(*) from pg_stat_activity where datname = current_database()"
                            + " and wait_event_type = 'Lock'")
                    > 0) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no server waits");
    }

    private long number(String sql) {
        return database.read(session -> session.number(sql));
    }

    private void assertRolledUp(String when) {
        assertThat(stored("ohlcv_monthly", "month")).as(when).isEqualTo(byHand(date -> date.withDayOfMonth(1)));
        assertThat(stored("ohlcv_quarterly", "quarter")).as(when).isEqualTo(byHand(date -> date.withDayOfMonth(1)
                .withMonth((date.getMonthValue() - 1) / 3 * 3 + 1)));
    }

    /** What callers read is the same, whichever way it was counted. */
    @Test
    void readsAreWhatOneWouldCountByHand() {
        for (int i = 0; i < 4; i++) {
            importSomeDays();
        }
        assertThat(read(Timeframe.MONTH)).isEqualTo(byHand(date -> date.withDayOfMonth(1)));
        assertThat(read(Timeframe.QUARTER))
                .isEqualTo(byHand(date -> date.withDayOfMonth(1).withMonth((date.getMonthValue() - 1) / 3 * 3 + 1)));
    }

    private Map<String, List<Double>> read(Timeframe timeframe) {
        Map<String, List<Double>> found = new TreeMap<>();
        for (String ticker : bars.keySet()) {
            OhlcvSeries series = bars(ticker, timeframe, null, null, Adjust.NONE);
            for (int i = 0; i < series.dates().size(); i++) {
                LocalDate start = timeframe.start(series.dates().get(i));
                Set<LocalDate> days = new TreeSet<>(bars.get(ticker).keySet());
                days.removeIf(day -> !timeframe.start(day).equals(start));
                assertThat(series.dates().get(i)).isEqualTo(Collections.max(days));
                found.put(
                        ticker + " " + start,
                        List.of(
                                series.open()[i],
                                series.high()[i],
                                series.low()[i],
                                series.close()[i],
                                series.volume()[i],
                                (double) days.size()));
            }
        }
        return found;
    }

    private OhlcvSeries bars(
            String ticker, Timeframe timeframe, @Nullable LocalDate from, @Nullable LocalDate to, Adjust adjust) {
        return new StoredMarket(database)
                .bars(new OhlcvQuery(Market.US, ticker, from, to, timeframe, adjust, null))
                .orElseThrow();
    }

    @Test
    void aPeriodBeginsWholeEndsOnTheLastDayAskedForAndIsAdjustedFirst() {
        importing.run(
                Importing.row("A", "2020-01-02", 10),
                Importing.row("A", "2020-01-31", 8),
                Importing.row("A", "2020-02-03", 4),
                Importing.row("A", "2020-02-28", 6));
        LocalDate split = LocalDate.of(2020, 2, 3);
        importing.run(
                PriceBasis.RAW,
                Importing.judged(1),
                writer -> writer.action(1, new CorporateAction(Market.US, "A", split, Kind.SPLIT, 2)));

        LocalDate midJanuary = LocalDate.of(2020, 1, 15);
        OhlcvSeries months = bars("A", Timeframe.MONTH, midJanuary, split, Adjust.SPLIT);
        assertThat(months.timeframe()).isEqualTo("1mo");
        assertThat(months.dates()).containsExactly(LocalDate.of(2020, 1, 31), split);
        assertThat(months.open()).containsExactly(5, 4);
        assertThat(months.close()).containsExactly(4, 4);
        OhlcvSeries quarter = bars("A", Timeframe.QUARTER, midJanuary, null, Adjust.SPLIT);
        assertThat(quarter.high()).containsExactly(6);
        assertThat(quarter.low()).containsExactly(4);
        assertThat(quarter.volume()).containsExactly(600);
        assertThat(quarter.dates()).containsExactly(LocalDate.of(2020, 2, 28));
    }

    private Map<String, List<Double>> stored(String view, String period) {
        Map<String, List<Double>> found = new TreeMap<>();
        database.read(session -> session.list(
                "select * from " + view,
                row -> found.put(
                                row.getString("ticker") + " " + Columns.date(row, period),
                                List.of(
                                        row.getDouble("open"),
                                        row.getDouble("high"),
                                        row.getDouble("low"),
                                        row.getDouble("close"),
                                        row.getDouble("volume"),
                                        row.getDouble("bars")))
                        == null));
        return found;
    }

    private Map<String, List<Double>> byHand(UnaryOperator<LocalDate> period) {
        Map<String, List<Double>> rolled = new TreeMap<>();
        bars.forEach((ticker, days) -> days.forEach((date, bar) -> rolled.merge(
                ticker + " " + period.apply(date),
                List.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), 1.0),
                RollupsTest::joined)));
        return rolled;
    }

    private static List<Double> joined(List<Double> a, List<Double> b) {
        return List.of(
                a.get(0).isNaN() ? b.get(0) : a.get(0),
                a.get(1).isNaN() || b.get(1) > a.get(1) ? b.get(1) : a.get(1),
                a.get(2).isNaN() || b.get(2) < a.get(2) ? b.get(2) : a.get(2),
                b.get(3),
                a.get(4).isNaN() ? b.get(4) : b.get(4).isNaN() ? a.get(4) : Double.valueOf(a.get(4) + b.get(4)),
                a.get(5) + 1);
    }
}
