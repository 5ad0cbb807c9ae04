package org.quantplatform.store.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.model.Market;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.sql.Columns;
import org.quantplatform.store.internal.sql.Database;

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
        assertThat(number("select count(*) from bar_rollups")).isPositive();
    }

    @Test
    void whatChangesNothingIsNotRolledUpAgain() {
        importing.run(Importing.row("A", "2020-01-02", 10));
        Rollups.refresh(database);
        importing.run(Importing.row("A", "2020-01-02", 10));
        assertThat(number("select count(*) from bar_changes")).isZero();
    }

    private long number(String sql) {
        return database.read(session -> session.number(sql));
    }

    private void assertRolledUp(String when) {
        assertThat(stored("ohlcv_monthly", "month")).as(when).isEqualTo(byHand(date -> date.withDayOfMonth(1)));
        assertThat(stored("ohlcv_quarterly", "quarter")).as(when).isEqualTo(byHand(date -> date.withDayOfMonth(1)
                .withMonth((date.getMonthValue() - 1) / 3 * 3 + 1)));
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
