package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.CompareWith;
import org.quantplatform.api.data.Comparison;
import org.quantplatform.api.data.DataChecks;
import org.quantplatform.api.data.Finding;
import org.quantplatform.core.data.CheckStore.Checked;
import org.quantplatform.core.data.CheckStore.Compared;
import org.quantplatform.market.internal.MemoryChecks.Origin;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.DataSource;

class ComparisonTest {

    private static final LocalDate MONDAY = LocalDate.of(2024, 6, 10);
    private static final Origin ONE = new Origin("one", PriceBasis.RAW, "USD");

    @TempDir
    private Path folder;

    private final MemoryChecks store = new MemoryChecks();
    private final MemoryUpdates updates = new MemoryUpdates();
    private final Other two = new Other();
    private Desk desk;
    private DataChecks service;

    /** Tells the bars that it was given, and the splits where it has any. */
    private static final class Other implements DataSource {

        final Map<String, Map<LocalDate, BarValues>> bars = new TreeMap<>();
        final List<CorporateAction> actions = new ArrayList<>();
        final List<DataRequest> requests = new ArrayList<>();
        Set<DataKind> kinds = Set.of(DataKind.DAILY_BARS, DataKind.INSTRUMENTS);
        String currency = "USD";
        int failuresToCome;

        @Override
        public Capabilities capabilities() {
            return new Capabilities(Set.of(Market.US), kinds, false, false);
        }

        @Override
        public void fetch(DataRequest request, DataSink sink) throws IOException {
            requests.add(request);
            if (failuresToCome > 0) {
                failuresToCome--;
                throw new IOException("connection reset");
            }
            String ticker = request.tickers().get(0);
            Map<LocalDate, BarValues> own = bars.get(ticker);
            if (own == null) {
                sink.refuse(0, ticker, "", "the provider does not know it");
                return;
            }
            if (request.kinds().contains(DataKind.INSTRUMENTS)) {
                sink.instrument(Instrument.unknownStock(Market.US, ticker, "XNYS", currency));
            }
            if (request.kinds().contains(DataKind.DAILY_BARS)) {
                own.forEach((date, bar) -> sink.bar(0, Market.US, ticker, date, bar));
            }
            if (request.kinds().contains(DataKind.CORPORATE_ACTIONS)) {
                actions.forEach(sink::action);
            }
        }

        void put(String ticker, double volume, double... closes) {
            Map<LocalDate, BarValues> own = bars.computeIfAbsent(ticker, t -> new TreeMap<>());
            for (int i = 0; i < closes.length; i++) {
                double close = closes[i];
                own.put(MONDAY.plusDays(i), new BarValues(close, close, close, close, volume));
            }
        }
    }

    @BeforeEach
    void openDesk() throws IOException {
        desk = new Desk(folder);
        desk.sources.put("two", two);
        service = new ChecksService(
                        store,
                        updates,
                        desk.queue(),
                        new SourceNames(desk.registry(), new SourceChains(new NoSettings())))
                .forCaller(Desk.CALLER);
    }

    private void stored(String ticker, Origin origin, double... closes) {
        store.put(ticker, origin, MONDAY, closes);
        for (int i = 0; i < closes.length; i++) {
            updates.bars.computeIfAbsent(ticker, t -> new TreeMap<>()).put(MONDAY.plusDays(i), closes[i]);
        }
    }

    private static CompareWith with(@Nullable PriceBasis basis, @Nullable Integer sample) {
        return new CompareWith(List.of("two"), basis, sample, 0.01, null);
    }

    private Comparison compare(CompareWith how) throws Exception {
        String id = service.submit(new CheckRequest(Market.US, null, null, null, how))
                .checkId();
        new Checking(store, updates, desk.store, desk.registry(), Desk.CLOCK)
                .run(new Desk.Job(id, String.valueOf(store.requests.get(id))));
        return compared().comparison();
    }

    private Checked saved() {
        return Objects.requireNonNull(store.saved);
    }

    private Compared compared() {
        return Objects.requireNonNull(saved().compared());
    }

    private List<String> found() {
        return saved().findings().stream()
                .filter(finding -> !finding.rule().equals(QualityRules.MISSING))
                .map(ComparisonTest::told)
                .toList();
    }

    private static String told(Finding finding) {
        return finding.date().getDayOfMonth() + " " + finding.rule() + ": " + finding.detail()
                + (finding.flagged() ? "" : " (told only)");
    }

    @Test
    void flagsWhatDiffersByMoreThanTheToleranceWithBothValuesAndSources() throws Exception {
        stored("A", ONE, 100, 100, 100);
        two.put("A", 1000, 100.9, 101.1, 98);

        Comparison comparison = compare(with(null, null));

        assertThat(found())
                .containsExactly(
                        "11 close_differs: close 100.000 from one, 101.100 from two",
                        "12 close_differs: close 100.000 from one, 98.0000 from two");
        assertThat(comparison).isEqualTo(new Comparison(List.of("two"), 0.01, 0.5, 1, 3, 2, Map.of()));
        assertThat(compared().days().get("A")).hasSize(3);
        assertThat(two.requests.get(0).from()).isEqualTo(MONDAY);
        assertThat(two.requests.get(0).to()).isEqualTo(MONDAY.plusDays(2));
    }

    @Test
    void flagsLotsInPlaceOfShares() throws Exception {
        stored("A", ONE, 100);
        two.put("A", 10, 100);

        assertThat(compare(with(null, null)).different()).isEqualTo(1);
        assertThat(found()).containsExactly("10 volume_differs: volume 1000 from one, 10 from two");
    }

    @Test
    void countsWhatTheOtherSourceDoesNotHave() throws Exception {
        stored("A", ONE, 100, 100, 100);
        stored("B", ONE, 50, 50);
        two.put("A", Double.NaN, 100);

        Comparison comparison = compare(with(null, null));

        assertThat(comparison.bars()).isEqualTo(1);
        assertThat(comparison.notCompared()).containsOnly(entry("no_bar", 4L), entry("no_volume", 1L));
        assertThat(found())
                .containsExactly(
                        "11 not_compared: 2 to 2024-06-12: two has none (told only)",
                        "10 not_compared: 1 to 2024-06-10: the close alone, without a volume on one side (told only)",
                        "10 not_compared: 2 to 2024-06-11: two has none (the provider does not know it) (told only)");
    }

    @Test
    void asksForASampleOnlyAndCountsTheRest() throws Exception {
        for (String ticker : List.of("A", "B", "C", "D")) {
            stored(ticker, ONE, 100, 100);
            two.put(ticker, 1000, 100, 100);
        }

        Comparison comparison = compare(with(null, 2));

        assertThat(two.requests).extracting(DataRequest::tickers).containsExactly(List.of("A"), List.of("C"));
        assertThat(comparison.instruments()).isEqualTo(2);
        assertThat(comparison.notCompared()).containsOnly(entry("not_sampled", 4L));
    }

    @Test
    void asksASourceAboutNoBarOfItsOwn() throws Exception {
        stored("A", new Origin("two", PriceBasis.RAW, "USD"), 100, 100);

        assertThat(compare(with(null, null)).notCompared()).containsOnly(entry("same_source", 2L));
        assertThat(two.requests).isEmpty();
    }

    @Test
    void bringsBothToOneBasis() throws Exception {
        two.kinds = Set.of(DataKind.DAILY_BARS, DataKind.CORPORATE_ACTIONS);
        two.actions.add(new CorporateAction(Market.US, "A", MONDAY.plusDays(2), CorporateAction.Kind.SPLIT, 4));
        stored("A", new Origin("one", PriceBasis.SPLIT, "USD"), 25, 25, 26);
        two.put("A", 250, 100, 108);
        two.bars.get("A").put(MONDAY.plusDays(2), new BarValues(26, 26, 26, 26, 1000));

        assertThat(compare(with(PriceBasis.RAW, null)).different()).isEqualTo(1);
        assertThat(found())
                .containsExactly("11 close_differs: close 25.0000 from one, 27.0000 from two, adjusted for splits");
        assertThat(two.requests.get(1).to()).isEqualTo(LocalDate.of(2024, 6, 14));

        stored("A", ONE, 100, 100, 26);
        two.put("A", 4000, 25, 25, 26);
        two.bars.get("A").put(MONDAY.plusDays(2), new BarValues(26, 26, 26, 26, 1000));
        assertThat(compare(with(PriceBasis.SPLIT, null)).different()).isZero();
    }

    @Test
    void saysWhereTheBasisCannotBeUndone() throws Exception {
        stored("A", new Origin("one", PriceBasis.SPLIT, "USD"), 25, 25);
        two.put("A", 1000, 25, 25);
        assertThat(compare(with(null, null)).notCompared()).containsOnly(entry("price_basis", 2L));
        assertThat(found())
                .containsExactly("10 not_compared: 2 to 2024-06-11: its splits are not known: two: it has no"
                        + " corporate actions (told only)");

        stored("A", new Origin("one", PriceBasis.FULL, "USD"), 25, 25);
        assertThat(compare(with(null, null)).notCompared()).containsOnly(entry("price_basis", 2L));
        assertThat(saved().findings().get(0).detail()).contains("dividends cannot be taken out of prices");
    }

    @Test
    void convertsByStoredRatesOrSaysThatThereAreNone() throws Exception {
        two.currency = "KRW";
        stored("A", ONE, 10, 10);
        two.put("A", 1000, 13_000, 13_300);
        assertThat(compare(with(null, null)).notCompared()).containsOnly(entry("currency", 2L));

        store.put("USDKRW", new Origin("fx", PriceBasis.RAW, "KRW"), MONDAY.minusDays(1), 1300);
        assertThat(compare(with(null, null)).different()).isEqualTo(1);
        assertThat(found()).containsExactly("11 close_differs: close 10.0000 from one, 10.2308 from two, told in KRW");
    }

    @Test
    void asksNoMoreAfterThreeFailuresInARow() throws Exception {
        two.failuresToCome = 10;
        for (String ticker : List.of("A", "B", "C", "D", "E")) {
            stored(ticker, ONE, 100);
        }

        assertThat(compare(with(null, null)).notCompared()).containsOnly(entry("source_failed", 5L));
        assertThat(two.requests).hasSize(3);
        assertThat(found().get(4)).contains("two: not asked any more after 3 failures in a row");
    }

    @Test
    void refusesAComparisonWithEveryWrongField() {
        CompareWith wrong = new CompareWith(List.of("csv", "none"), null, 0, -1.0, Double.NaN);

        assertThatThrownBy(() -> service.submit(new CheckRequest(Market.US, null, null, null, wrong)))
                .isInstanceOfSatisfying(QuantException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::field)
                        .containsExactly(
                                "compare.sources[0]",
                                "compare.sources[1]",
                                "compare.instruments",
                                "compare.close_tolerance",
                                "compare.volume_tolerance"));
        assertThatThrownBy(() -> service.submit(new CheckRequest(Market.US, null, null, null, CompareWith.others())))
                .hasMessageContaining("compare.sources");
    }
}
