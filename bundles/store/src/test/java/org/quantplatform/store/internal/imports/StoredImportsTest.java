package org.quantplatform.store.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quantplatform.store.internal.imports.Importing.judged;
import static org.quantplatform.store.internal.imports.Importing.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.ImportReport.Detail;
import org.quantplatform.api.data.OhlcvQuery;
import org.quantplatform.api.data.OhlcvSeries;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.data.ImportStore.Created;
import org.quantplatform.core.data.ImportStore.Judged;
import org.quantplatform.core.data.ImportStore.Writer;
import org.quantplatform.core.data.RowWriter.Fact;
import org.quantplatform.core.data.RowWriter.Row;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.QuantException;
import org.quantplatform.store.internal.StoredMarket;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.sql.Database;

@Tag(TestDatabase.BOTH)
class StoredImportsTest {

    private Database database;
    private Importing importing;
    private StoredMarket market;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.migrated();
        importing = importing(database);
        market = new StoredMarket(database);
    }

    Importing importing(Database to) {
        return new Importing(to, false);
    }

    @Test
    void storesNewRowsUnderTheFirstSnapshot() {
        ImportReport report = importing.run(row("A", "2020-01-02", 10), row("A", "2020-01-03", 11));

        assertThat(report.importId()).matches("im_[0-9]{8}_001");
        assertThat(report.snapshot()).isEqualTo("1");
        assertThat(report.received()).isEqualTo(2);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.instruments()).isEqualTo(1);
        assertThat(closes("A")).containsExactly(10, 11);
        assertThat(market.markets().get(Market.US.ordinal()).bars()).isEqualTo(2);
    }

    @Test
    void countsTheSameRowsAsUnchangedAndNaNAsEqual() {
        Row gap = new Row(0, 1, Market.US, "A", 18000, Double.NaN, Double.NaN, 1, 2, Double.NaN, "missing open");
        importing.run(gap);

        ImportReport report = importing.run(gap);

        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.stored() + report.revised() + report.refused()).isZero();
        assertThat(report.snapshot()).isEqualTo("2");
    }

    @Test
    void keepsTheOldRowOfARevision() {
        importing.run(row("A", "2020-01-02", 10), row("A", "2020-01-03", 11));

        ImportReport report =
                importing.run(row("A", "2020-01-02", 10), row("A", "2020-01-03", 12), row("A", "2020-01-06", 13));

        assertThat(List.of(report.stored(), report.unchanged(), report.revised()))
                .containsExactly(1L, 1L, 1L);
        assertThat(closes("A")).containsExactly(10, 12, 13);
        assertThat(number(
                        "select count(*) from ohlcv_revisions where close = 11 and import_id = 1 and replaced_by = 2"))
                .isEqualTo(1);
        assertThat(market.markets().get(Market.US.ordinal()).bars()).isEqualTo(3);
    }

    @Test
    void countsEqualDuplicatesAsUnchanged() {
        ImportReport report = importing.run(
                row(2, "A", "2020-01-02", 10), row(3, "A", "2020-01-02", 10), row(4, "B", "2020-01-02", 1));

        assertThat(List.of(report.stored(), report.unchanged(), report.refused()))
                .containsExactly(2L, 1L, 0L);
    }

    @Test
    void refusesEveryRowOfAConflict() {
        Judged judged = new Judged(
                List.of("a.csv"),
                5,
                1,
                1,
                Map.of("zero volume", 1L, "no ticker", 1L),
                List.of(
                        new Detail("a.csv", 2, "", "", "refused", "no ticker"),
                        new Detail("a.csv", 5, "A", "2020-01-02", "flagged", "zero volume")));

        ImportReport report = importing.run(PriceBasis.RAW, judged, writer -> {
            writer.bar(row(3, "A", "2020-01-02", 10));
            writer.bar(row(4, "A", "2020-01-03", 10));
            writer.bar(new Row(0, 5, Market.US, "A", 18263, 11, 11, 11, 11, 0, "zero volume"));
            writer.bar(row(6, "B", "2020-01-02", 1));
        });

        assertThat(report.received())
                .isEqualTo(report.stored() + report.unchanged() + report.revised() + report.refused())
                .isEqualTo(5);
        assertThat(report.refused()).isEqualTo(3);
        assertThat(report.flagged()).isZero();
        assertThat(report.reasons()).isEqualTo(Map.of("no ticker", 1L, "conflicting duplicate", 2L));
        assertThat(report.details()).extracting(Detail::line).containsExactly(2L, 3L, 5L);
        assertThat(report.details()).extracting(Detail::outcome).containsOnly("refused");
        assertThat(report.detailsTruncated()).isFalse();
        assertThat(closes("A")).containsExactly(10);
    }

    @Test
    void answersASecondRunOfTheSameImportWithItsReport() {
        String id = importing.create();
        ImportReport first;
        try (Writer writer = importing.begin(id, PriceBasis.RAW)) {
            writer.bar(row("A", "2020-01-02", 10));
            first = writer.commit(judged(1));
        }
        try (Writer writer = importing.begin(id, PriceBasis.RAW)) {
            writer.bar(row("A", "2020-01-02", 99));
            assertThat(writer.commit(judged(1))).isEqualTo(first);
        }
        assertThat(closes("A")).containsExactly(10);
    }

    @Test
    void answersARepeatedKeyWithTheFirstImport() {
        Caller caller = TestDatabase.caller(database, "importer");
        Optional<Claim> claim = Optional.of(new Claim("k", "a"));
        Created first = importing.store().create(caller, "test", "{}", claim);
        assertThat(first.before()).isFalse();
        assertThat(importing.store().create(caller, "test", "{}", claim)).isEqualTo(new Created(first.id(), true));
        assertThatThrownBy(
                        () -> importing.store().create(caller, "test", "{}", Optional.of(new Claim("k", "other file"))))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void leavesNothingOfAnImportThatIsGivenUp() {
        String id = importing.create();
        try (Writer writer = importing.begin(id, PriceBasis.RAW)) {
            writer.bar(row("A", "2020-01-02", 10));
        }
        assertThat(market.instrument(Market.US, "A")).isEmpty();
        assertThat(importing.store().get(id).orElseThrow().snapshot()).isNull();
    }

    @Test
    @Tag(TestDatabase.CONNECTIONS)
    void leavesNothingOfAnImportWhoseConnectionDies() {
        String id = importing.create();
        Writer writer = importing.begin(id, PriceBasis.RAW);
        for (int day = 18000; day < 22000; day++) {
            writer.bar(new Row(0, day, Market.US, "A", day, 1, 1, 1, 1, 1, null));
        }
        database.read(session -> session.list(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()""",
                row -> true));

        assertThatThrownBy(() -> writer.commit(judged(4000)))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code().code()).isEqualTo("unavailable"));
        assertThat(number("select count(*) from daily_bars")).isZero();
        assertThat(number("select count(*) from instruments")).isZero();

        ImportReport report = importing.run(row("A", "2020-01-02", 10));
        assertThat(report.snapshot()).isEqualTo("1");
    }

    @Test
    void refusesAnUnknownImport() {
        Writer writer = importing.begin("im_20200101_001", PriceBasis.RAW);
        assertThatThrownBy(() -> writer.commit(judged(0))).hasMessageContaining("im_20200101_001");
        writer.close();
    }

    @Test
    void updatesWhatIsKnownOfAnInstrument() {
        importing.run(row("A", "2020-01-02", 10));
        Instrument stated =
                new Instrument(Market.US, "A", "XNAS", "Agilent", AssetType.STOCK, "Health", "USD", null, null, true);
        importing.run(PriceBasis.SPLIT, judged(0), writer -> writer.instrument(stated));
        ImportReport third = importing.run(row("A", "2020-01-03", 10));

        assertThat(market.instrument(Market.US, "A")).contains(stated);
        assertThat(third.instruments()).isEqualTo(1);
        assertThat(number("select count(*) from instrument_revisions where name = 'A' and replaced_by = 2"))
                .isEqualTo(1);
        assertThat(number("select count(*) from tickers where region = 'US' and is_active"))
                .isEqualTo(1);
    }

    @Test
    void storesActionsAndFundamentalsInAnyOrder() {
        ImportReport report = importing.run(PriceBasis.RAW, judged(2), writer -> {
            writer.action(split("A", "2020-01-03", 2));
            writer.bar(row("A", "2020-01-02", 10));
            writer.fundamental(fact(1, income("A", 5)));
            writer.action(split("A", "2020-01-03", 4));
            writer.bar(row("A", "2020-01-03", 2.5));
        });
        importing.run(PriceBasis.RAW, judged(0), writer -> writer.fundamental(fact(1, income("A", 6))));

        assertThat(report.actions()).isEqualTo(2);
        assertThat(report.fundamentals()).isEqualTo(1);
        assertThat(number("select count(*) from corporate_actions where value = 4"))
                .isEqualTo(1);
        assertThat(number("select count(*) from fundamentals where value = 5 and replaced_by = 2"))
                .isEqualTo(1);
        OhlcvSeries adjusted = bars("A", null, null, Adjust.ALL);
        assertThat(adjusted.close()).containsExactly(2.5, 2.5);
        assertThat(adjusted.volume()).containsExactly(400, 100);
        assertThat(bars("A", null, null, Adjust.NONE).close()).containsExactly(10, 2.5);
        assertThat(bars("A", null, "2020-01-02", Adjust.SPLIT).close()).containsExactly(2.5);
    }

    @Test
    void accountsForItemsOfTheAccountsAsForBars() {
        ImportReport first = importing.run(PriceBasis.RAW, judged(5), writer -> {
            writer.fundamental(fact(2, income("A", 5)));
            writer.fundamental(fact(3, income("A", 5)));
            writer.fundamental(fact(4, income("B", 6)));
            writer.fundamental(fact(5, income("B", 7)));
            writer.fundamental(fact(6, income("C", 8)));
        });
        assertThat(first.stored()).isEqualTo(2);
        assertThat(first.unchanged()).isEqualTo(1);
        assertThat(first.refused()).isEqualTo(2);
        assertThat(first.fundamentals()).isEqualTo(2);
        assertThat(first.details())
                .extracting(d -> d.file() + ":" + d.line() + " " + d.ticker() + " " + d.date() + " " + d.reason())
                .containsExactly(
                        "a.csv:4 B 2020-02-09 conflicting duplicate of net_income",
                        "a.csv:5 B 2020-02-09 conflicting duplicate of net_income");

        ImportReport second = importing.run(PriceBasis.RAW, judged(2), writer -> {
            writer.fundamental(fact(2, income("A", 5)));
            writer.fundamental(fact(3, income("C", 9)));
        });
        assertThat(second.unchanged()).isEqualTo(1);
        assertThat(second.revised()).isEqualTo(1);
        assertThat(second.stored()).isZero();
    }

    @Test
    void takesNoSplitOutOfPricesThatContainIt() {
        importing.run(PriceBasis.SPLIT, judged(2), writer -> {
            writer.bar(row("A", "2020-01-02", 10));
            writer.bar(row("A", "2020-01-03", 10));
            writer.action(split("A", "2020-01-03", 2));
        });

        assertThat(bars("A", null, null, Adjust.ALL).close()).containsExactly(10, 10);
    }

    @Test
    void refusesBarsOfAnotherPriceBasis() {
        importing.run(row("A", "2020-01-02", 10));

        assertThatThrownBy(() ->
                        importing.run(PriceBasis.SPLIT, judged(1), writer -> writer.bar(row("A", "2020-01-03", 11))))
                .isInstanceOf(QuantException.class)
                .hasMessageContaining("A is stored with raw prices")
                .hasMessageContaining("split");
        assertThat(closes("A")).containsExactly(10);
    }

    @Test
    void cutsBarsToTheDaysAskedFor() {
        importing.run(row("A", "2020-01-02", 10), row("A", "2020-01-03", 11), row("A", "2020-01-06", 12));

        assertThat(bars("A", "2020-01-03", "2020-01-05", Adjust.ALL).close()).containsExactly(11);
        assertThat(bars("A", "2021-01-01", null, Adjust.ALL).dates()).isEmpty();
        assertThat(market.bars(new OhlcvQuery(Market.KR, "A", null, null, Adjust.ALL)))
                .isEmpty();
    }

    @Test
    void listsImportsLatestFirst() {
        importing.run(row("A", "2020-01-02", 10));
        ImportReport second = importing.run(row("A", "2020-01-02", 11));

        assertThat(importing.store().list(PageRequest.FIRST).items())
                .extracting(ImportReport::snapshot)
                .containsExactly("2", "1");
        assertThat(market.snapshots(PageRequest.FIRST).items().get(0).importId())
                .isEqualTo(second.importId());
    }

    @Test
    void mergesMarketsApart() {
        importing.run(
                row("A", "2020-01-02", 10),
                new Row(0, 0, Market.KR, "A", 18263, 1, 1, 1, 1, 1, null),
                new Row(0, 0, Market.CN, "A", 18264, 1, 1, 1, 1, 1, null));

        assertThat(market.markets().stream().filter(info -> info.bars() == 1)).hasSize(3);
        assertThat(number("select count(*) from trading_dates where market = 'US' and date = '2020-01-02'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from ohlcv_data where region = 'CN' and ticker = 'A' and timeframe = '1d'"))
                .isEqualTo(1);
    }

    private double[] closes(String ticker) {
        return bars(ticker, null, null, Adjust.NONE).close();
    }

    private OhlcvSeries bars(String ticker, String from, String to, Adjust adjust) {
        LocalDate first = from == null ? null : LocalDate.parse(from);
        LocalDate last = to == null ? null : LocalDate.parse(to);
        return market.bars(new OhlcvQuery(Market.US, ticker, first, last, adjust))
                .orElseThrow();
    }

    private long number(String sql) {
        return database.read(session -> session.number(sql));
    }

    private static CorporateAction split(String ticker, String date, double ratio) {
        return new CorporateAction(Market.US, ticker, LocalDate.parse(date), CorporateAction.Kind.SPLIT, ratio);
    }

    private static Fact fact(long line, Fundamental fundamental) {
        return new Fact(0, line, fundamental);
    }

    private static Fundamental income(String ticker, double value) {
        LocalDate end = LocalDate.of(2019, 12, 31);
        return new Fundamental(Market.US, ticker, "net_income", end, end.plusDays(40), value);
    }
}
