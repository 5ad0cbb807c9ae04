package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quantplatform.store.internal.imports.Importing.judged;
import static org.quantplatform.store.internal.imports.Importing.row;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.AsOf;
import org.quantplatform.api.data.DataChange;
import org.quantplatform.api.data.DiffQuery;
import org.quantplatform.api.data.FundamentalFact;
import org.quantplatform.api.data.FundamentalQuery;
import org.quantplatform.api.data.LatestBars;
import org.quantplatform.api.data.LatestQuery;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.RowWriter.Fact;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Field;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Rename;
import org.quantplatform.store.internal.imports.Importing;
import org.quantplatform.store.internal.panels.StoredPanels;
import org.quantplatform.store.internal.panels.TestPanels;
import org.quantplatform.store.internal.sql.Database;

@Tag(TestDatabase.BOTH)
class PointInTimeTest {

    private static final LocalDate YEAR_END = LocalDate.of(2019, 12, 31);
    private static final LocalDate PUBLISHED = LocalDate.of(2020, 2, 14);

    @TempDir
    private Path folder;

    private Database database;
    private Importing importing;
    private StoredMarket market;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        importing = new Importing(database);
        market = new StoredMarket(database);
    }

    private OhlcvSeries bars(String ticker, AsOf asOf, Adjust adjust) {
        return market.bars(new OhlcvQuery(Market.US, ticker, null, null, adjust, asOf))
                .orElseThrow();
    }

    private List<DataChange> diff(long from, long to) {
        return market.diff(new DiffQuery(Market.US, from, to, null), PageRequest.FIRST)
                .items();
    }

    private void fact(double value) {
        importing.run(
                PriceBasis.RAW,
                judged(1),
                writer -> writer.fundamental(
                        new Fact(0, 1, new Fundamental(Market.US, "A", "net_income", YEAR_END, PUBLISHED, value))));
    }

    @Test
    void readsBarsAsTheyWereStoredThen() {
        importing.run(row("A", "2020-01-02", 10), row("A", "2020-01-03", 11));
        Instant between = Instant.now();
        importing.run(row("A", "2020-01-03", 12), row("A", "2020-01-06", 13));
        importing.run(row("A", "2020-01-03", 14));

        assertThat(bars("A", AsOf.snapshot(1), Adjust.NONE).close()).containsExactly(10, 11);
        assertThat(bars("A", AsOf.time(between), Adjust.NONE).close()).containsExactly(10, 11);
        assertThat(bars("A", AsOf.snapshot(2), Adjust.NONE).close()).containsExactly(10, 12, 13);
        assertThat(bars("A", null, Adjust.NONE).close()).containsExactly(10, 14, 13);
        assertThat(market.bars(new OhlcvQuery(Market.US, "A", null, null, Adjust.NONE, AsOf.time(Instant.EPOCH))))
                .isEmpty();
        assertThatThrownBy(() -> bars("A", AsOf.snapshot(99), Adjust.NONE)).isInstanceOf(QuantException.class);
    }

    @Test
    void readsActionsAndNamesAsTheyWereStoredThen() {
        importing.run(row("A", "2020-01-02", 10), row("A", "2020-01-03", 5));
        LocalDate day = LocalDate.of(2020, 1, 3);
        importing.run(
                PriceBasis.RAW,
                judged(1),
                writer -> writer.action(1, new CorporateAction(Market.US, "A", day, Kind.SPLIT, 2)));
        importing.run(
                PriceBasis.RAW, judged(1), writer -> writer.rename(new Rename(Market.US, "A", "B", day.plusDays(3))));

        assertThat(bars("A", AsOf.snapshot(1), Adjust.SPLIT).close()).containsExactly(10, 5);
        assertThat(bars("A", AsOf.snapshot(2), Adjust.SPLIT).close()).containsExactly(5, 5);
        assertThat(bars("B", AsOf.snapshot(3), Adjust.SPLIT).close()).containsExactly(5, 5);
        assertThat(market.bars(new OhlcvQuery(Market.US, "B", null, null, Adjust.NONE, AsOf.snapshot(2))))
                .isEmpty();
    }

    private LatestBars latest(AsOf asOf, String... tickers) {
        return market.latest(new LatestQuery(Market.US, List.of(tickers), asOf));
    }

    @Test
    void readsTheLatestBarsAsTheyWereStoredThen() {
        importing.run(row("A", "2020-01-02", 10), row("B", "2020-01-02", 20), row("B", "2020-01-03", 21));
        importing.run(row("A", "2020-01-02", 9), row("B", "2020-01-03", 22));
        importing.run(row("A", "2020-01-06", 11));
        fact(1);
        importing.run(
                PriceBasis.RAW,
                judged(1),
                writer -> writer.rename(new Rename(Market.US, "B", "C", LocalDate.of(2020, 1, 7))));
        importing.run(
                PriceBasis.RAW,
                judged(0),
                writer -> writer.instrument(Instrument.unknownStock(Market.US, "Z", "XNYS", "USD")));

        assertThat(latest(AsOf.snapshot(1)).tickers()).containsExactly("A", "B");
        assertThat(latest(AsOf.snapshot(1)).close()).containsExactly(10, 21);
        assertThat(latest(AsOf.snapshot(2)).close()).containsExactly(9, 22);
        assertThat(latest(AsOf.snapshot(3)).close()).containsExactly(11, 22);
        assertThat(latest(AsOf.snapshot(3)).dates())
                .containsExactly(LocalDate.of(2020, 1, 6), LocalDate.of(2020, 1, 3));
        assertThat(latest(null).tickers()).as("what has no bar is left out").containsExactly("A", "C");
        assertThat(latest(null, "C", "Z", "C").close()).containsExactly(22);
        assertThatThrownBy(() -> latest(null, "A", "B"))
                .isInstanceOf(QuantException.class)
                .hasMessageContaining("US:B");
        assertThatThrownBy(() -> latest(AsOf.snapshot(3), "C")).hasMessageContaining("US:C");
        assertThat(latest(AsOf.time(Instant.EPOCH)).tickers()).isEmpty();
    }

    @Test
    void readsAccountsAsTheyWereStoredThenAndAsThePublicKnewThem() {
        fact(100);
        fact(90);

        FundamentalQuery now = new FundamentalQuery(Market.US, "A", null, null, null);
        FundamentalQuery then = new FundamentalQuery(Market.US, "A", "net_income", null, AsOf.snapshot(1));
        FundamentalQuery early = new FundamentalQuery(Market.US, "A", null, PUBLISHED.minusDays(1), null);
        assertThat(facts(now)).extracting(FundamentalFact::value).containsExactly(90.0);
        assertThat(facts(now)).extracting(FundamentalFact::snapshot).containsExactly("2");
        assertThat(facts(then)).extracting(FundamentalFact::value).containsExactly(100.0);
        assertThat(facts(early)).isEmpty();
        assertThat(market.fundamentals(new FundamentalQuery(Market.US, "Z", null, null, null), PageRequest.FIRST))
                .isEmpty();
    }

    private List<FundamentalFact> facts(FundamentalQuery query) {
        return market.fundamentals(query, PageRequest.FIRST).orElseThrow().items();
    }

    @Test
    void tellsWhatTwoSnapshotsDoNotShare() {
        importing.run(row("A", "2020-01-02", 10), row("B", "2020-01-02", 20));
        importing.run(row("A", "2020-01-02", 11), row("B", "2020-01-02", 20), row("B", "2020-01-03", 21));
        importing.run(row("A", "2020-01-02", 10));
        fact(100);
        fact(90);

        assertThat(diff(1, 2).stream().map(PointInTimeTest::told))
                .containsExactly("bar revised A 2020-01-02 10.0 11.0", "bar added B 2020-01-03 null 21.0");
        assertThat(diff(1, 3).stream().map(PointInTimeTest::told))
                .as("a value that came back is no difference")
                .containsExactly("bar added B 2020-01-03 null 21.0");
        assertThat(diff(3, 5).stream().map(PointInTimeTest::told))
                .containsExactly("fundamental added A 2019-12-31 null 90.0");
        assertThat(diff(4, 5).stream().map(PointInTimeTest::told))
                .containsExactly("fundamental revised A 2019-12-31 100.0 90.0");
        assertThat(diff(5, 5)).isEmpty();
        assertThat(diff(0, 5)).hasSize(4);
        DiffQuery onlyB = new DiffQuery(Market.US, 0, 5, "B");
        assertThat(market.diff(onlyB, new PageRequest(2, 1)).items().stream().map(PointInTimeTest::told))
                .containsExactly("bar added B 2020-01-03 null 21.0");
        assertThatThrownBy(() -> diff(1, 6)).isInstanceOf(QuantException.class);
    }

    private static String told(DataChange change) {
        return change.kind() + " " + change.change() + " " + change.ticker() + " " + change.date() + " "
                + first(change.before()) + " " + first(change.after());
    }

    private static Double first(Map<String, Double> values) {
        return values.getOrDefault("close", values.get("value"));
    }

    /** What a run saw is what reads of its snapshot show, whatever came later. */
    @Test
    void readsOfASnapshotShowWhatItsPanelShows() {
        StoredPanels panels = TestPanels.in(database, folder);
        importing.run(row("A", "2020-01-02", 10), row("A", "2020-01-03", 11));
        String before =
                panels.load(new PanelQuery(1, Market.US, List.of(), null)).digest();
        importing.run(row("A", "2020-01-02", 9), row("A", "2020-01-06", 13));

        var again =
                TestPanels.in(database, folder.resolve("other")).load(new PanelQuery(1, Market.US, List.of(), null));
        assertThat(again.digest()).isEqualTo(before);
        assertThat(again.prices().column(Field.CLOSE))
                .containsExactly(bars("A", AsOf.snapshot(1), Adjust.NONE).close());
    }
}
