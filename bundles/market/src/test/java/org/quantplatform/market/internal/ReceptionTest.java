package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.Upload;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;

class ReceptionTest {

    private static final String TEXT = "date,ticker,close\n";

    @TempDir
    Path data;

    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        desk = new Desk(data);
    }

    private QuantException refusal(ImportRequest request, Upload... files) {
        QuantException e =
                catchThrowableOfType(QuantException.class, () -> desk.service.importData(request, List.of(files)));
        assertThat(e).as("refusal").isNotNull();
        assertThat(desk.store.requests).isEmpty();
        assertThat(desk.spooled()).isZero();
        return e;
    }

    private List<String> fields(ImportRequest request, Upload... files) {
        return refusal(request, files).errors().stream().map(FieldError::field).toList();
    }

    @Test
    void queuesAnImportAndWakesTheRunner() {
        ImportReport report = desk.service.importData(Desk.us(), List.of(desk.upload("a.csv", TEXT)));
        assertThat(report.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(desk.woken).isEqualTo(1);
    }

    @Test
    void namesAllWrongFieldsAtOnce() {
        var request = new ImportRequest(
                "csv",
                null,
                "nyse",
                "dollar",
                "1m",
                null,
                "tall",
                "price",
                Map.of("px", "a", "close", ""),
                Map.of("A B", "x", "delimiter", ""),
                null);
        assertThat(fields(request))
                .containsExactlyInAnyOrder(
                        "exchange",
                        "currency",
                        "timeframe",
                        "layout",
                        "field",
                        "columns.px",
                        "columns.close",
                        "options.A B",
                        "options.delimiter",
                        "market",
                        "file");
    }

    @Test
    void refusesUnknownSourcesTogetherWithOtherErrors() {
        var request = new ImportRequest("tape", null, "nyse", null, null, null, null, null, null, null, null);
        assertThat(fields(request)).containsExactly("source", "exchange");
    }

    @Test
    void refusesFilesByTheirNames() {
        assertThat(fields(
                        Desk.us(), desk.upload("a.txt", "x"), desk.upload("../a.csv", "x"), desk.upload("b.csv", TEXT)))
                .containsExactly("file[0]", "file[1]");
        assertThat(refusal(Desk.us(), desk.upload("a.csv", ""))).hasMessageContaining("is empty");
    }

    @Test
    void refusesTooManyAndTooLargeFiles() throws IOException {
        Upload small = desk.upload("a.csv", TEXT);
        Upload[] many = IntStream.range(0, 11).mapToObj(i -> small).toArray(Upload[]::new);
        assertThat(fields(Desk.us(), many)).containsExactly("file");
        desk = new Desk(data, new ImportArea.Limits(10, 100, 150, 1000, 10));
        Upload large = desk.upload("a.csv", TEXT + "x".repeat(100));
        assertThat(refusal(Desk.us(), large).code()).isEqualTo(ErrorCode.TOO_LARGE);
        Upload medium = desk.upload("a.csv", TEXT + "x".repeat(70));
        assertThat(refusal(Desk.us(), medium, medium).code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void refusesNamesOutsideTheImportFolder() throws IOException {
        Files.writeString(data.resolve("secret.csv"), TEXT);
        Files.createSymbolicLink(data.resolve("import/link.csv"), data.resolve("secret.csv"));
        Files.createDirectory(data.resolve("import/folder.csv"));
        List<@Nullable String> names = Arrays.asList(
                "../secret.csv",
                data.resolve("secret.csv").toString(),
                "link.csv",
                "folder.csv",
                "absent.csv",
                "..",
                ".hidden.csv",
                "a\0.csv",
                null);
        for (String name : names) {
            ImportRequest request = Desk.request(Market.US, Arrays.asList(name));
            assertThat(fields(request)).as("%s", name).containsExactly("server_files[0]");
        }
    }

    @Test
    void refusesUploadsTogetherWithServerFiles() {
        assertThat(fields(Desk.request(Market.US, List.of("a.csv")), desk.upload("a.csv", TEXT)))
                .containsExactly("server_files");
    }

    @Test
    void refusesZipsThatHoldTooMuchOrSomethingElse() throws IOException {
        Map<String, String> many = new java.util.HashMap<>();
        IntStream.range(0, 11).forEach(i -> many.put(i + ".csv", TEXT));
        assertThat(refusal(Desk.us(), desk.upload("a.zip", Desk.zip(many)))).hasMessageContaining("more than 10 files");
        assertThat(refusal(Desk.us(), desk.upload("a.zip", Desk.zip(Map.of("a.exe", "x")))))
                .hasMessageContaining("no .csv");
        assertThat(refusal(Desk.us(), desk.upload("a.zip", "PK this is none"))).hasMessageContaining("is no zip");
        desk = new Desk(data, new ImportArea.Limits(10, 1 << 20, 1 << 20, 1 << 20, 10));
        String bomb = "0".repeat(2 << 20);
        assertThat(refusal(Desk.us(), desk.upload("a.zip", Desk.zip(Map.of("a.csv", bomb)))))
                .hasMessageContaining("more than 1 MB");
    }

    @Test
    void storesNothingWhenTheQueueIsFull() {
        desk.full = true;
        assertThat(refusal(Desk.us(), desk.upload("a.csv", TEXT)).code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED);
    }

    @Test
    void answersARepeatedKeyWithTheFirstImportAndKeepsNoSecondUpload() {
        Optional<String> key = Optional.of("k");
        String first = desk.service
                .importData(Desk.us(), List.of(desk.upload("a.csv", TEXT)), key)
                .importId();
        assertThat(desk.service
                        .importData(Desk.us(), List.of(desk.upload("a.csv", TEXT)), key)
                        .importId())
                .isEqualTo(first);
        assertThat(desk.spooled()).isEqualTo(1);
    }

    @Test
    void tellsFilesOfTheSameNameApartByTheirContent() {
        Optional<String> key = Optional.of("k");
        String first = desk.service
                .importData(Desk.us(), List.of(desk.upload("a.csv", TEXT)), key)
                .importId();
        assertThat(desk.service
                        .importData(Desk.us(), List.of(desk.upload("a.csv", TEXT + "\n")), key)
                        .importId())
                .isNotEqualTo(first);
    }

    @Test
    void keepsUploadsPrivateAndSweepsThemWhenTheirImportHasEnded() throws IOException {
        desk.service.importData(Desk.us(), List.of(desk.upload("a.csv", TEXT)));
        assertThat(Files.getPosixFilePermissions(data.resolve("import-spool"))).hasSize(3);
        desk.area.spool().sweep(id -> false);
        assertThat(desk.spooled()).isEqualTo(1);
        desk.area.spool().sweep(id -> id.equals("im_20260131_001"));
        assertThat(desk.spooled()).isZero();
    }

    @Test
    void answersNotFoundForUnknownImports() {
        assertThatThrownBy(() -> desk.service.getImport("im_x"))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
}
