package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.Upload;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSource;

class ImportHandlerTest {

    private static final String HEADER = "date,ticker,open,high,low,close,volume\n";
    private static final String GOOD = HEADER + "2024-06-13,A,2,4,1,3,10\n2024-06-14,A,3,4,2,3,10\n";

    private static final int MANY = 40_000;

    @TempDir
    Path data;

    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        desk = new Desk(data);
    }

    private static void assertAccounts(ImportReport report) {
        assertThat(report.received())
                .isEqualTo(report.stored() + report.unchanged() + report.revised() + report.refused());
    }

    @Test
    void importsTheRealPricesAndFlagsTheirKnownDefects() throws Exception {
        List<Upload> files = RealData.requireFiles();
        ImportRequest request = new ImportRequest(
                "csv", Market.US, null, null, "1d", null, "long", null, Map.of("ticker", "name"), null, null);
        ImportReport report = desk.imported(request, files.toArray(Upload[]::new));
        assertThat(report.received()).isEqualTo(619_040);
        assertThat(report.stored()).isEqualTo(619_040);
        assertThat(report.refused()).isZero();
        assertThat(desk.store.instruments).hasSize(505);
        assertThat(report.reasons())
                .isEqualTo(Map.of(
                        "missing open", 11L,
                        "missing high", 8L,
                        "missing low", 8L,
                        "inconsistent high/low", 12L,
                        "zero volume", 4L));
        assertThat(report.details()).hasSize((int) report.flagged());
        ImportReport again = desk.imported(request, files.toArray(Upload[]::new));
        assertThat(again.unchanged()).isEqualTo(619_040);
        assertThat(again.stored() + again.revised() + again.refused()).isZero();
    }

    @Test
    void accountsForEveryRow() throws Exception {
        ImportReport report = desk.imported(
                Desk.us(),
                desk.upload(
                        "a.csv",
                        HEADER + "2024-06-13,A,2,4,1,3,10\n2024-06-13,,2,4,1,3,10\n2024-06-15,A,2,4,1,3,10\n"
                                + "2024-06-14,A,2,4,1,,10\n2024-06-13,B,,4,1,3,0\n2024-06-13,C,2,4,1,3,10\n"
                                + "2024-06-13,C,2,4,1,3.5,10\nx,A,2,4,1,3,10\n2024-06-13,A,2,4,1,3,10\n"));
        assertThat(report.received()).isEqualTo(9);
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(6);
        assertThat(report.flagged()).isEqualTo(1);
        assertAccounts(report);
        assertThat(report.details())
                .extracting(d -> d.file() + ":" + d.line() + " " + d.outcome() + " " + d.reason())
                .containsExactly(
                        "a.csv:3 refused no ticker",
                        "a.csv:4 refused no trading day",
                        "a.csv:5 refused no positive close",
                        "a.csv:6 flagged missing open, zero volume",
                        "a.csv:9 refused unknown date");
    }

    @Test
    void loadsLargeFilesDirectly() throws Exception {
        ImportReport report = desk.imported(Desk.us(), desk.upload("a.csv", manyRows()));
        desk.imported(Desk.us(), desk.upload("b.csv", GOOD));

        assertThat(report.stored()).isEqualTo(MANY);
        assertThat(desk.store.directLoads).isEqualTo(1);
    }

    @Test
    void readsALargeFileOnceMoreWhenItCannotBeLoadedDirectly() throws Exception {
        String bad = "2024-06-13,T0,2,4,1,3,11\n2024-06-13,,2,4,1,3,10\n2024-06-14,T0,2,4,1,3,0\n";
        ImportReport report = desk.imported(Desk.us(), desk.upload("a.csv", manyRows() + bad));

        assertThat(desk.store.directLoads).isEqualTo(1);
        assertAccounts(report);
        assertThat(report.received()).isEqualTo(MANY + 3);
        assertThat(report.stored()).isEqualTo(MANY);
        assertThat(report.refused()).isEqualTo(3);
        assertThat(report.flagged()).isEqualTo(1);
        assertThat(report.reasons()).isEqualTo(Map.of("conflicting duplicate", 2L, "no ticker", 1L, "zero volume", 1L));
    }

    /** A bar of the same day each, more than {@link ImportHandler#DIRECT_FROM} bytes. */
    private static String manyRows() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < MANY; i++) {
            text.append("2024-06-13,T").append(i).append(",2,4,1,3,10\n");
        }
        assertThat(text.length()).isGreaterThan((int) ImportHandler.DIRECT_FROM);
        return text.toString();
    }

    @Test
    void accountsForEveryItemOfTheAccounts() throws Exception {
        String rows = "ticker,item,period_end,published,value\n"
                + "A,revenue,2023-12-31,2024-02-01,5\n"
                + ",revenue,2023-12-31,2024-02-01,5\n"
                + "A,Net Income,2023-12-31,2024-02-01,5\n"
                + "A,market_cap,2023-12-31,2024-02-01,5\n"
                + "A,revenue_year_ago,2023-12-31,2024-02-01,5\n"
                + "A,revenue,2023-12-31,2024-06-15,5\n"
                + "A,revenue,2023-12-31,2024-02-01,1e999\n";
        ImportReport report = desk.imported(fundamentals(), desk.upload("a.csv", rows));
        assertThat(report.received()).isEqualTo(7);
        assertThat(report.stored()).isEqualTo(1);
        assertAccounts(report);
        assertThat(desk.store.facts).hasSize(1);
        assertThat(report.details())
                .extracting(d -> d.line() + " " + d.reason())
                .containsExactly(
                        "3 no ticker",
                        "4 unusable item",
                        "5 reserved item",
                        "6 reserved item",
                        "7 unknown date",
                        "8 no value");
    }

    @Test
    void refusesPricesInAnotherCurrencyThanTheStoredOnes() throws Exception {
        desk.imported(Desk.us(), desk.upload("a.csv", "date,ticker,close\n2024-06-13,A,10\n"));
        ImportRequest euro = new ImportRequest(null, Market.US, null, "EUR", null, null, null, null, null, null, null);
        assertThatThrownBy(() -> desk.imported(euro, desk.upload("b.csv", "date,ticker,close\n2024-06-14,A,10\n")))
                .hasMessageContaining("A is stored in USD, these prices are stated in EUR");
    }

    private static ImportRequest fundamentals() {
        Map<String, String> kind = Map.of("kind", "fundamentals");
        return new ImportRequest(null, Market.US, null, null, null, null, null, null, null, kind, null);
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
        desk.imported(Desk.us(), desk.upload("a.csv", GOOD));
        ImportReport again = desk.imported(Desk.us(), desk.upload("b.csv", GOOD));
        assertThat(again.unchanged()).isEqualTo(2);
        ImportReport revised = desk.imported(Desk.us(), desk.upload("c.csv", GOOD.replace(",4,1,3,", ",4,1,2,")));
        assertThat(revised.revised()).isEqualTo(1);
        assertAccounts(revised);
    }

    @Test
    void readsCompressedFilesAndTellsWhichOneARowStoodIn() throws Exception {
        String bad = HEADER + "2024-06-13,,1,1,1,1,1\n";
        ImportReport report = desk.imported(
                Desk.us(),
                desk.upload("a.csv.gz", Desk.gzip(bad.getBytes(StandardCharsets.UTF_8))),
                desk.upload("b.zip", Desk.zip(Map.of("in/x.csv", GOOD, "in/y.csv", bad, "__MACOSX/x.csv", "junk"))));
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.details()).extracting(ImportReport.Detail::file).containsExactly("a.csv.gz", "b.zip/y.csv");
    }

    @Test
    void readsFilesOfTheServersFolder() throws Exception {
        Files.writeString(data.resolve("import/prices.csv"), GOOD);
        ImportReport report = desk.imported(Desk.request(Market.US, List.of("prices.csv")));
        assertThat(report.stored()).isEqualTo(2);
        assertThat(Files.exists(data.resolve("import/prices.csv"))).isTrue();
    }

    @Test
    void deletesUploadsWhenDone() throws Exception {
        ImportReport queued = desk.service.importData(Desk.us(), List.of(desk.upload("a.csv", GOOD)));
        assertThat(desk.spooled()).isEqualTo(1);
        desk.handler.run(desk.job(queued.importId()));
        assertThat(desk.spooled()).isZero();
    }

    @Test
    void givesTheStoredReportWhenRunAgain() throws Exception {
        ImportReport report = desk.imported(Desk.us(), desk.upload("a.csv", GOOD));
        assertThat(desk.handler.run(desk.job(report.importId())))
                .containsEntry("stored", 2L)
                .containsEntry("snapshot", report.snapshot());
    }

    @Test
    void tellsProgressAndStopsWhenCancelled() throws Exception {
        String rows = HEADER + "2024-06-13,A,2,4,1,3,10\n".repeat(50_000);
        String id = desk.service
                .importData(Desk.us(), List.of(desk.upload("a.csv", rows)))
                .importId();
        Desk.Job job = desk.job(id);
        desk.handler.run(job);
        assertThat(job.done).isPositive().isLessThan(job.total);

        String other = desk.service
                .importData(Desk.us(), List.of(desk.upload("a.csv", rows)))
                .importId();
        Desk.Job cancelled = desk.job(other);
        cancelled.cancelled = true;
        assertThatThrownBy(() -> desk.handler.run(cancelled)).isInstanceOf(JobCancelled.class);
        assertThat(desk.service.getImport(other).snapshot()).isNull();
        assertThat(desk.spooled()).as("kept, because the job may run again").isEqualTo(1);
    }

    @Test
    void stopsSourcesThatDoNotLook() throws Exception {
        desk.sources.put("deaf", source((request, sink) -> {
            while (true) {
                sink.bar(0, Market.US, "A", LocalDate.of(2024, 6, 13), new DataSink.BarValues(1, 1, 1, 1, 1));
            }
        }));
        Desk.Job job = desk.job(desk.service
                .importData(ImportRequest.ofSource("deaf"), List.of())
                .importId());
        job.cancelled = true;
        assertThatThrownBy(() -> desk.handler.run(job)).isInstanceOf(JobCancelled.class);
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertFails("columns.ticker: a.csv has no column 'ticker'", desk.upload("a.csv", "date,close\n"));
        assertFails("'a.csv.gz' cannot be read: Not in GZIP format", desk.upload("a.csv.gz", GOOD));
    }

    @Test
    void refusesToInflateWithoutEnd() throws Exception {
        desk = new Desk(data, new ImportArea.Limits(10, 1 << 20, 1 << 20, 1 << 20, 10));
        String rows = HEADER + "2024-06-13,A,2,4,1,3,10\n".repeat(100_000);
        assertFails(
                "'a.csv.gz' cannot be read: the files hold more than 1 MB",
                desk.upload("a.csv.gz", Desk.gzip(rows.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void labelsEverythingOfASyntheticSource() throws Exception {
        desk.sources.put(
                "made",
                source((request, sink) ->
                        sink.bar(0, Market.US, "A", LocalDate.of(2024, 6, 13), new DataSink.BarValues(1, 1, 1, 1, 1))));
        desk.imported(ImportRequest.ofSource("made"));
        assertThat(desk.store.instruments.get("US:A").synthetic()).isTrue();
    }

    private void assertFails(String message, Upload file) {
        assertThatThrownBy(() -> desk.imported(Desk.us(), file))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNPROCESSABLE))
                .hasMessageContaining(message);
    }

    private interface Fetch {
        void fetch(DataRequest request, DataSink sink);
    }

    private static DataSource source(Fetch fetch) {
        return new DataSource() {
            @Override
            public Capabilities capabilities() {
                return new Capabilities(Set.of(Market.US), Set.of(DataKind.DAILY_BARS), false, true);
            }

            @Override
            public void fetch(DataRequest request, DataSink sink) {
                fetch.fetch(request, sink);
            }
        };
    }
}
