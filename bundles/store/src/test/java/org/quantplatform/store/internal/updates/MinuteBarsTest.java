package org.quantplatform.store.internal.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quantplatform.store.internal.imports.Importing.judged;
import static org.quantplatform.store.internal.imports.Importing.row;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.backtests.ResultFormat;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.ExportKind;
import org.quantplatform.api.data.ExportQuery;
import org.quantplatform.api.data.IntradayQuery;
import org.quantplatform.api.data.IntradaySeries;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.core.data.ExportStore.MinuteRow;
import org.quantplatform.core.data.RowWriter.Minute;
import org.quantplatform.core.data.UpdateStore.Chunk;
import org.quantplatform.core.data.UpdateStore.Delivered;
import org.quantplatform.core.data.UpdateStore.DeliveryKey;
import org.quantplatform.core.data.UpdateStore.NewUpdate;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.core.data.UpdateStore.UpdateChunkKind;
import org.quantplatform.core.files.Rows;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.Quality;
import org.quantplatform.store.internal.StoredExports;
import org.quantplatform.store.internal.StoredMarket;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.imports.Importing;
import org.quantplatform.store.internal.panels.StoredPanels;
import org.quantplatform.store.internal.panels.TestPanels;
import org.quantplatform.store.internal.sql.Database;

@Tag(TestDatabase.BOTH)
class MinuteBarsTest {

    private static final LocalDate FRIDAY = LocalDate.of(2020, 1, 3);
    private static final Instant OPEN = Instant.parse("2020-01-03T14:30:00Z");

    @TempDir
    private Path folder;

    private Database database;
    private StoredUpdates updates;
    private StoredMarket market;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        updates = new StoredUpdates(database);
        market = new StoredMarket(database);
        new Importing(database).run(row("A", "2020-01-02", 10), row("B", "2020-01-02", 20));
    }

    private String update() {
        String id = updates.create(
                TestDatabase.caller(database, "updater"),
                new NewUpdate(Market.US, UpdateMode.UPDATE, Timeframe.MINUTE, List.of("one")),
                "{}");
        updates.plan(id, 1, List.of(new Chunk(UpdateChunkKind.UPDATE, List.of("A"), FRIDAY, FRIDAY, 1)));
        return id;
    }

    private static Minute minute(String ticker, int after, double close, double volume) {
        return minute(ticker, OPEN.plusSeconds(60L * after), close, volume);
    }

    private static Minute minute(String ticker, Instant start, double close, double volume) {
        return new Minute(
                Market.US, ticker, start.getEpochSecond(), close - 1, close + 2, close - 2, close, volume, null);
    }

    private UpdateReport deliver(String id, int position, PriceBasis basis, Minute... minutes) {
        updates.deliver(
                new DeliveryKey(id, 1, position, "one"),
                basis,
                new Delivered(
                        writer -> List.of(minutes).forEach(writer::minute), judged(minutes.length), 0, List.of()));
        return updates.get(id).orElseThrow();
    }

    private UpdateReport whole(Minute... minutes) {
        String id = update();
        deliver(id, 0, PriceBasis.RAW, minutes);
        updates.close(id, 1, 0, "one");
        updates.release(id);
        return updates.get(id).orElseThrow();
    }

    private IntradaySeries read(Timeframe timeframe, @Nullable AsOf asOf) {
        return market.intraday(new IntradayQuery(Market.US, "A", null, null, timeframe, 5000, asOf))
                .orElseThrow();
    }

    @Test
    void storesMinutesWithTheirAccounting() {
        UpdateReport report = whole(minute("A", 0, 10, 100), minute("A", 1, 11, 50), minute("B", 0, 20, 1));

        assertThat(List.of(report.received(), report.stored(), report.unchanged(), report.revised()))
                .containsExactly(3L, 3L, 0L, 0L);
        assertThat(report.timeframe()).isEqualTo("1m");
        assertThat(report.snapshot()).isNotNull();
        IntradaySeries series = read(Timeframe.MINUTE, null);
        assertThat(series.times()).containsExactly(OPEN, OPEN.plusSeconds(60));
        assertThat(series.close()).containsExactly(10, 11);
        assertThat(series.volume()).containsExactly(100, 50);
        assertThat(series.timeZone()).isEqualTo("America/New_York");
        assertThat(series.next()).isNull();
    }

    @Test
    void aDeliveryIsStoredOnceAndTheSameMinutesAgainChangeNothing() {
        String id = update();
        deliver(id, 0, PriceBasis.RAW, minute("A", 0, 10, 100));
        UpdateReport again = deliver(id, 0, PriceBasis.RAW, minute("A", 0, 99, 100));
        assertThat(again.received()).isEqualTo(1);

        UpdateReport repeated = whole(minute("A", 0, 10, 100), minute("A", 1, 11, 50));

        assertThat(List.of(repeated.stored(), repeated.unchanged(), repeated.revised()))
                .containsExactly(1L, 1L, 0L);
        assertThat(read(Timeframe.MINUTE, null).close()).containsExactly(10, 11);
    }

    @Test
    void keepsWhatACorrectedMinuteWasBefore() {
        UpdateReport first = whole(minute("A", 0, 10, 100), minute("A", 1, 11, 50));
        UpdateReport second = whole(minute("A", 1, 12, 60), minute("A", 2, 13, 70));

        assertThat(List.of(second.stored(), second.revised())).containsExactly(1L, 1L);
        assertThat(read(Timeframe.MINUTE, null).close()).containsExactly(10, 12, 13);
        assertThat(read(Timeframe.MINUTE, asOf(first)).close()).containsExactly(10, 11);
        assertThat(read(Timeframe.MINUTE, asOf(first)).volume()).containsExactly(100, 50);
        assertThat(read(Timeframe.MINUTE, asOf(second)).close()).containsExactly(10, 12, 13);
        assertThat(read(Timeframe.MINUTE, AsOf.snapshot(1)).times()).isEmpty();
    }

    private static AsOf asOf(UpdateReport report) {
        return AsOf.parse("as_of", String.valueOf(report.snapshot()));
    }

    @Test
    void refusesMinutesThatContradictEachOtherAndCountsEqualOnesOnce() {
        UpdateReport report = whole(
                minute("A", 0, 10, 100),
                minute("A", 0, 10, 100),
                minute("A", 1, 11, 50),
                minute("A", 1, 12, 50),
                minute("A", 2, 13, 50));

        assertThat(List.of(report.received(), report.stored(), report.unchanged(), report.refused()))
                .containsExactly(5L, 2L, 1L, 2L);
        assertThat(read(Timeframe.MINUTE, null).close()).containsExactly(10, 13);
    }

    @Test
    void refusesMinutesOfAnotherPriceBasisThanTheDays() {
        String id = update();

        assertThatThrownBy(() -> deliver(id, 0, PriceBasis.SPLIT, minute("A", 0, 10, 100)))
                .hasMessageContaining("A is stored with raw prices");
        assertThat(read(Timeframe.MINUTE, null).times()).isEmpty();
    }

    @Test
    void leavesPanelsAndDailyBarsAlone() {
        StoredPanels panels = TestPanels.in(database, folder);
        String dailyUpdates = updates.latest().toString();
        long before = count("market_changes");

        whole(minute("A", 0, 10, 100));

        assertThat(count("market_changes")).isEqualTo(before);
        assertThat(count("bar_coverage")).isZero();
        assertThat(updates.latest()).hasToString(dailyUpdates);
        assertThat(panels.currentSnapshot()).isPositive();
        assertThat(updates.days(Market.US, Timeframe.DAY, List.of("A"), FRIDAY, FRIDAY))
                .isEmpty();
    }

    private long count(String table) {
        return database.read(session -> session.number("select count(*) from " + table));
    }

    @Test
    void tellsSessionsByTheDayOfTheMarket() {
        whole(
                minute("A", Instant.parse("2020-01-04T00:59:00Z"), 10, 1),
                minute("A", Instant.parse("2020-01-06T14:30:00Z"), 11, 1));

        Span span = updates.spans(Market.US, Timeframe.MINUTE, List.of("A")).get(0);
        assertThat(span.firstBar()).isEqualTo(FRIDAY);
        assertThat(span.lastBar()).isEqualTo(LocalDate.of(2020, 1, 6));
        assertThat(span.knownTo()).isEqualTo(LocalDate.of(2020, 1, 6));
        assertThat(updates.spans(Market.US, Timeframe.MINUTE, List.of()))
                .extracting(Span::ticker)
                .containsExactly("A", "B");
        assertThat(days(FRIDAY, FRIDAY)).isEqualTo(Map.of("A", List.of(FRIDAY)));
    }

    @Test
    void findsEachSessionOnce() {
        LocalDate monday = LocalDate.of(2020, 3, 9);
        whole(
                minute("A", Instant.parse("2020-03-06T14:30:00Z"), 10, 1),
                minute("A", Instant.parse("2020-03-06T20:59:00Z"), 10, 1),
                // the clocks were put forward over the weekend
                minute("A", Instant.parse("2020-03-09T04:00:00Z"), 10, 1),
                minute("A", Instant.parse("2020-03-10T03:59:00Z"), 10, 1),
                minute("A", Instant.parse("2020-03-10T04:00:00Z"), 10, 1),
                minute("B", Instant.parse("2020-03-09T13:30:00Z"), 20, 1));

        assertThat(days(FRIDAY, monday.plusDays(1)))
                .isEqualTo(Map.of(
                        "A", List.of(LocalDate.of(2020, 3, 6), monday, monday.plusDays(1)), "B", List.of(monday)));
        assertThat(days(monday, monday)).isEqualTo(Map.of("A", List.of(monday), "B", List.of(monday)));
        assertThat(days(monday.plusDays(2), monday.plusDays(9))).isEmpty();
    }

    private Map<String, List<LocalDate>> days(LocalDate from, LocalDate to) {
        Map<String, List<LocalDate>> days = new TreeMap<>();
        updates.days(Market.US, Timeframe.MINUTE, List.of(), from, to)
                .forEach((ticker, of) -> days.put(
                        ticker,
                        Arrays.stream(of).mapToObj(LocalDate::ofEpochDay).toList()));
        return days;
    }

    @Test
    void rollsMinutesUpAsACountByHandDoes() {
        Random random = new Random(7);
        List<Minute> minutes = new ArrayList<>();
        for (int i = 0; i < 390; i++) {
            if (random.nextInt(5) > 0) {
                double low = random.nextInt(10) == 0 ? Double.NaN : 90 + random.nextInt(5);
                double high = random.nextInt(10) == 0 ? Double.NaN : 110 + random.nextInt(5);
                double open = random.nextInt(10) == 0 ? Double.NaN : 100 + random.nextInt(5);
                minutes.add(new Minute(
                        Market.US,
                        "A",
                        OPEN.plusSeconds(60L * i).getEpochSecond(),
                        open,
                        high,
                        low,
                        100 + random.nextInt(5),
                        random.nextInt(1000),
                        null));
            }
        }
        whole(minutes.toArray(Minute[]::new));

        for (Timeframe timeframe : List.of(Timeframe.FIVE_MINUTES, Timeframe.QUARTER_HOUR, Timeframe.HOUR)) {
            assertRolled(read(timeframe, null), minutes, timeframe.minutes() * 60L);
        }
        assertThat(read(Timeframe.HOUR, null).times().get(0)).isEqualTo(Instant.parse("2020-01-03T14:00:00Z"));
    }

    private static void assertRolled(IntradaySeries series, List<Minute> minutes, long seconds) {
        TreeMap<Long, List<Minute>> parts = new TreeMap<>();
        minutes.forEach(each -> parts.computeIfAbsent(
                        each.epochSecond() - each.epochSecond() % seconds, part -> new ArrayList<>())
                .add(each));
        assertThat(series.times())
                .containsExactlyElementsOf(
                        parts.keySet().stream().map(Instant::ofEpochSecond).toList());
        int i = 0;
        for (List<Minute> part : parts.values()) {
            List<Double> open = present(part, Minute::open);
            List<Double> high = present(part, Minute::high);
            List<Double> low = present(part, Minute::low);
            assertThat(List.of(
                            series.open()[i], series.high()[i], series.low()[i], series.close()[i], series.volume()[i]))
                    .containsExactly(
                            open.isEmpty() ? Double.NaN : open.get(0),
                            high.isEmpty() ? Double.NaN : Collections.max(high),
                            low.isEmpty() ? Double.NaN : Collections.min(low),
                            part.get(part.size() - 1).close(),
                            part.stream().mapToDouble(Minute::volume).sum());
            i++;
        }
    }

    private static List<Double> present(List<Minute> part, ToDoubleFunction<Minute> value) {
        return part.stream()
                .mapToDouble(value)
                .filter(each -> !Double.isNaN(each))
                .boxed()
                .toList();
    }

    @Test
    void readsARangeInPagesThatFitTogether() {
        List<Minute> minutes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            minutes.add(minute("A", i, 10 + i, 1));
        }
        whole(minutes.toArray(Minute[]::new));
        Instant to = OPEN.plusSeconds(60 * 42);

        for (Timeframe timeframe : List.of(Timeframe.MINUTE, Timeframe.FIVE_MINUTES)) {
            List<Instant> times = new ArrayList<>();
            double volume = 0;
            Instant from = OPEN.plusSeconds(60 * 7);
            while (from != null) {
                IntradaySeries page = market.intraday(new IntradayQuery(Market.US, "A", from, to, timeframe, 4, null))
                        .orElseThrow();
                assertThat(page.times()).hasSizeLessThanOrEqualTo(4);
                times.addAll(page.times());
                volume += Arrays.stream(page.volume()).sum();
                from = page.next();
            }
            // of five minutes the first and the last bar are whole
            int first = timeframe == Timeframe.MINUTE ? 7 : 5;
            int last = timeframe == Timeframe.MINUTE ? 42 : 45;
            assertThat(times).doesNotHaveDuplicates().hasSize((last - first) / timeframe.minutes());
            assertThat(volume).isEqualTo(last - first);
        }
    }

    @Test
    void exportsMinutesAsTheyWereKnown() throws IOException {
        UpdateReport first = whole(minute("A", 0, 10, 100), minute("B", 0, 20, 1), minute("A", 1440, 11, 50));
        whole(minute("A", 0, 12, 100));

        assertThat(exported(null, FRIDAY)).containsExactly("A " + OPEN + " 12.0", "B " + OPEN + " 20.0");
        assertThat(exported(asOf(first), FRIDAY)).containsExactly("A " + OPEN + " 10.0", "B " + OPEN + " 20.0");
        assertThat(exported(null, FRIDAY.plusDays(1))).containsExactly("A " + OPEN.plusSeconds(86_400) + " 11.0");
    }

    private List<String> exported(@Nullable AsOf asOf, LocalDate day) throws IOException {
        StoredExports exports = new StoredExports(database);
        ExportQuery query = new ExportQuery(
                ExportKind.MINUTES, Market.US, List.of("A", "B"), day, day, asOf, Quality.ALL, ResultFormat.CSV);
        List<String> rows = new ArrayList<>();
        exports.minutes(query, exports.state(query), new Rows<>() {
            @Override
            public void add(MinuteRow row) {
                rows.add(row.ticker() + " " + row.start() + " " + row.close());
            }

            @Override
            public void close() {}
        });
        return rows;
    }

    @Test
    void refusesToExportMinutesOfAWholeMarket() {
        assertThatThrownBy(() -> new ExportQuery(
                        ExportKind.MINUTES, Market.US, List.of(), null, null, null, Quality.ALL, ResultFormat.CSV))
                .hasMessageContaining("tickers");
    }

    @Test
    void doesNotKnowWhatIsNotStored() {
        assertThat(market.intraday(new IntradayQuery(Market.US, "ZZZ", null, null, Timeframe.MINUTE, 10, null)))
                .isEmpty();
        assertThat(read(Timeframe.MINUTE, null).times()).isEmpty();
        assertThatThrownBy(() -> read(Timeframe.MINUTE, AsOf.snapshot(99))).hasMessageContaining("99");
    }
}
