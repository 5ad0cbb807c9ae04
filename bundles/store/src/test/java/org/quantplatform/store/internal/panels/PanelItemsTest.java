package org.quantplatform.store.internal.panels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.store.internal.imports.Importing.judged;
import static org.quantplatform.store.internal.imports.Importing.row;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.core.data.ImportStore.Writer;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.RowWriter.Fact;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Field;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.imports.Importing;

@Tag(TestDatabase.BOTH)
class PanelItemsTest {

    private static final double NONE = Double.NaN;
    private static final String[] DAYS = {"2020-05-04", "2020-05-05", "2020-05-06", "2020-05-07", "2020-05-08"};

    @TempDir
    private Path folder;

    private Importing importing;
    private StoredPanels panels;

    @BeforeEach
    void freshDatabase() {
        var database = TestDatabase.migrated();
        importing = new Importing(database);
        panels = new StoredPanels(database, TestSettings.megabytes(16), folder);
    }

    @AfterEach
    void stop() {
        panels.stop();
    }

    @Test
    void aValueCountsFromItsPublicationOn() {
        imported(PriceBasis.RAW, writer -> {
            bars(writer, "A", 10, 10, 10, 10, 10);
            writer.fundamental(fact("A", "revenue", "2020-03-31", "2020-05-05", 7));
            writer.fundamental(fact("A", "revenue", "2020-06-30", "2020-07-30", 9));
        });
        assertThat(column(1, "revenue")).containsExactly(NONE, 7, 7, 7, 7);
    }

    @Test
    void publishedOnAWeekendItCountsFromTheNextTradingDay() {
        imported(PriceBasis.RAW, writer -> {
            bars(writer, "A", 10, 10, 10, 10, 10);
            writer.bar(row("A", "2020-05-11", 10));
            writer.fundamental(fact("A", "revenue", "2020-03-31", "2020-05-09", 7));
        });
        assertThat(column(1, "revenue")).containsExactly(NONE, NONE, NONE, NONE, NONE, 7);
    }

    @Test
    void restatedValuesCountFromTheirOwnPublication() {
        imported(PriceBasis.RAW, writer -> {
            bars(writer, "A", 10, 10, 10, 10, 10);
            writer.fundamental(fact("A", "revenue", "2020-03-31", "2020-04-20", 7));
            writer.fundamental(fact("A", "revenue", "2020-03-31", "2020-05-07", 8));
            writer.fundamental(fact("A", "revenue", "2019-12-31", "2020-05-08", 5));
        });
        assertThat(column(1, "revenue")).containsExactly(7, 7, 7, 8, 8);
    }

    @Test
    void anOlderSnapshotStaysAsItWas() {
        imported(PriceBasis.RAW, writer -> {
            bars(writer, "A", 10, 10, 10, 10, 10);
            writer.fundamental(fact("A", "revenue", "2020-03-31", "2020-05-05", 7));
        });
        String digest = load(1, "revenue").digest();
        imported(PriceBasis.RAW, writer -> {
            writer.fundamental(fact("A", "revenue", "2020-03-31", "2020-05-05", 77));
            writer.fundamental(fact("A", "revenue", "2020-03-31", "2020-05-07", 8));
        });
        assertThat(column(1, "revenue")).containsExactly(NONE, 7, 7, 7, 7);
        assertThat(column(2, "revenue")).containsExactly(NONE, 77, 77, 8, 8);
        assertThat(load(1, "revenue").digest())
                .isEqualTo(digest)
                .isNotEqualTo(load(2, "revenue").digest());
    }

    @Test
    void laterBarsAndPublicationsChangeNothingEarlier() {
        imported(PriceBasis.RAW, writer -> {
            bars(writer, "A", 10, 11, 12, 13, 14);
            shares(writer, "A", "2020-04-30", 100);
            quarters(writer, "A");
        });
        String[] fields = {"market_cap", "shares_outstanding", "net_income_ttm", "net_income_ttm_year_ago"};
        List<double[]> before = Stream.of(fields).map(f -> column(1, f)).toList();
        imported(PriceBasis.RAW, writer -> {
            writer.bar(row("A", "2020-05-11", 5));
            writer.bar(row("A", "2020-05-12", 5));
            shares(writer, "A", "2020-05-11", 900);
            writer.fundamental(fact("A", "net_income", "2020-03-31", "2020-05-11", 90));
            writer.fundamental(fact("A", "net_income", "2019-12-31", "2020-05-12", 90));
            writer.action(split("A", "2020-05-12", 2));
        });
        for (int i = 0; i < fields.length; i++) {
            assertThat(Arrays.copyOf(column(2, fields[i]), DAYS.length))
                    .as(fields[i])
                    .containsExactly(before.get(i));
        }
        assertThat(column(2, "net_income_ttm")[6]).isEqualTo(2 + 3 + 90 + 90);
    }

    @Test
    void aSplitMovesNoMarketCap() {
        imported(PriceBasis.RAW, writer -> {
            bars(writer, "A", 10, 10, 5, 5, 5);
            bars(writer, "B", 10, 10, 10, 10, 10);
            shares(writer, "A", "2020-04-30", 100);
            shares(writer, "B", "2020-04-30", 100);
            writer.fundamental(fact("A", "dividends_per_share_fy", "2019-12-31", "2020-03-01", 1));
            writer.action(split("A", "2020-05-06", 2));
        });
        assertThat(column(1, "market_cap")).containsOnly(1000);
        assertThat(column(1, "shares_outstanding"))
                .startsWith(100, 100, 200, 200, 200)
                .endsWith(100, 100, 100);
        assertThat(column(1, "dividends_per_share_ttm"))
                .startsWith(1, 1, 0.5, 0.5, 0.5)
                .endsWith(NONE, NONE);
    }

    /** The same company from a vendor who divides old prices by later splits. */
    @Test
    void splitAdjustedPricesGiveTheSameMarketCap() {
        imported(PriceBasis.SPLIT, writer -> {
            bars(writer, "A", 5, 5, 5, 5, 5);
            shares(writer, "A", "2020-04-30", 100);
            shares(writer, "A", "2020-05-07", 210);
            writer.action(split("A", "2020-05-06", 2));
        });
        assertThat(column(1, "market_cap")).containsExactly(1000, 1000, 1000, 1050, 1050);
    }

    @Test
    void fullyAdjustedPricesGiveNoMarketCap() {
        imported(PriceBasis.FULL, writer -> {
            bars(writer, "A", 5, 5, 5, 5, 5);
            shares(writer, "A", "2020-04-30", 100);
        });
        assertThat(column(1, "market_cap")).containsOnly(NONE);
    }

    @Test
    void onlyWhatIsAskedForIsThere() {
        imported(PriceBasis.RAW, writer -> {
            bars(writer, "A", 10, 10, 10, 10, 10);
            bars(writer, "B", 10, 10, 10, 10, 10);
            writer.fundamental(fact("B", "revenue", "2020-03-31", "2020-05-05", 7));
        });
        MarketPanel prices = load(1);
        MarketPanel asked = load(1, "revenue", "close", "stated_close", "stated_volume", "ebitda", "ebitda_ttm");
        assertThat(asked.prices().fields())
                .extracting(Field::name)
                .containsExactly("close", "high", "low", "open", "revenue", "stated_close", "stated_volume", "volume");
        assertThat(asked.prices().column(Field.STATED_CLOSE))
                .isSameAs(prices.prices().column(Field.CLOSE));
        assertThat(asked.prices().column(Field.STATED_VOLUME))
                .isSameAs(prices.prices().column(Field.VOLUME));
        assertThat(asked.digest()).isNotEqualTo(prices.digest());
        assertThat(load(1, "ebitda").digest()).isEqualTo(prices.digest());
        PanelQuery one = new PanelQuery(1, Market.US, List.of("A"), null, fields("revenue"));
        assertThat(panels.load(one).prices().has(Field.of("revenue"))).isFalse();
    }

    @Test
    void readsAnItemOnce() {
        imported(PriceBasis.RAW, writer -> {
            bars(writer, "A", 10, 10, 10, 10, 10);
            writer.fundamental(fact("A", "revenue", "2020-03-31", "2020-05-05", 7));
        });
        assertThat(column(1, "revenue")).isSameAs(column(1, "revenue"));
    }

    private void imported(PriceBasis basis, Consumer<Writer> rows) {
        importing.run(basis, judged(0), rows);
    }

    private MarketPanel load(long snapshot, String... fields) {
        return panels.load(new PanelQuery(snapshot, Market.US, List.of(), null).with(fields(fields)));
    }

    private double[] column(long snapshot, String field) {
        return load(snapshot, field).prices().column(Field.of(field));
    }

    private static Set<Field> fields(String... names) {
        return Stream.of(names).map(Field::of).collect(Collectors.toSet());
    }

    private static void bars(Writer writer, String ticker, double... closes) {
        for (int day = 0; day < DAYS.length; day++) {
            writer.bar(row(ticker, DAYS[day], closes[day]));
        }
    }

    private static void shares(Writer writer, String ticker, String published, double count) {
        writer.fundamental(fact(ticker, "shares_outstanding", "2020-03-31", published, count));
    }

    /** Net income of 1 in the first quarter of 2019, 2 in the second and so on, each published 30 days later. */
    private static void quarters(Writer writer, String ticker) {
        for (int i = 0; i < 4; i++) {
            LocalDate end = LocalDate.of(2019, 3 * i + 3, 1).plusMonths(1).minusDays(1);
            writer.fundamental(
                    new Fact(0, 0, new Fundamental(Market.US, ticker, "net_income", end, end.plusDays(30), i + 1)));
        }
    }

    private static Fact fact(String ticker, String item, String periodEnd, String published, double value) {
        LocalDate end = LocalDate.parse(periodEnd);
        return new Fact(0, 0, new Fundamental(Market.US, ticker, item, end, LocalDate.parse(published), value));
    }

    private static CorporateAction split(String ticker, String exDate, double ratio) {
        return new CorporateAction(Market.US, ticker, LocalDate.parse(exDate), CorporateAction.Kind.SPLIT, ratio);
    }
}
