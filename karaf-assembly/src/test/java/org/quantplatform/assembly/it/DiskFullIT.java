package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No space for the files that requests make: they are refused, nothing half is kept, and all goes on when there is space. */
class DiskFullIT {

    private static final int TOO_SMALL = 4;
    private static final int ENOUGH = 1 << 14;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static LaunchedServer launched;
    private static QuantServer server;
    private static String run;

    @BeforeAll
    static void start() throws Exception {
        launched = LaunchedServer.unpack(folder.resolve("quant"), Map.of());
        server = launched.start();
        Documents.importDemo(server);
        run = Documents.submit(
                server,
                """
                {"strategy": {"factors": [{"factor": "momentum", "weight": 1}], "parameters": {"top": 10}},
                 "universe": {"market": "US"}, "start_date": "2020-01-02", "end_date": "2024-12-30",
                 "initial_capital": 1000000}""");
        Documents.completedBacktest(server, run);
    }

    @AfterAll
    static void stop() throws Exception {
        launched.stop();
    }

    @AfterEach
    void serverIsWell() throws Exception {
        assertThat(server.status("/api/v1/health/ready")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/backtest/RUN/results?format=json",
                "/api/v1/backtest/RUN/results?format=csv&table=trades",
                "/api/v1/backtest/RUN/results.parquet?table=equity",
            })
    void filesAreRefusedUntilThereIsSpace(String address) throws Exception {
        String path = address.replace("RUN", run);
        try (SmallDisk disk = SmallDisk.at(data("results"), TOO_SMALL)) {
            for (int i = 0; i < 2; i++) {
                assertUnavailable(server.get(path));
                assertThat(disk.files()).as("what is left of it").isEmpty();
            }
            assertThat(server.status("/api/v1/backtest/" + run + "/equity")).isEqualTo(200);

            disk.grow(ENOUGH);
            HttpResponse<byte[]> whole = download(path);
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(whole.body()).hasSizeGreaterThan(TOO_SMALL << 10);
            assertThat(download(path).body()).isEqualTo(whole.body());
            assertThat(disk.files()).hasSize(1);
            assertThat(Files.readAllBytes(disk.files().get(0))).isEqualTo(whole.body());
        }
    }

    @Test
    void uploadsAreRefusedUntilThereIsSpace() throws Exception {
        int before = imports();
        String rows = "ticker,date,open,high,low,close,volume\nDSK1,2020-03-02,1,1,1,1,1000\n";
        String body = "--b\r\nContent-Disposition: form-data; name=\"options\"\r\n\r\n"
                + "{\"source\": \"csv\", \"market\": \"CN\", \"exchange\": \"XSHG\", \"currency\": \"CNY\","
                + " \"timeframe\": \"1d\", \"price_basis\": \"split\", \"layout\": \"long\"}\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                + rows + "\n".repeat(1 << 17) + "\r\n--b--\r\n";
        try (SmallDisk disk = SmallDisk.at(data("tmp"), TOO_SMALL)) {
            assertUnavailable(upload(body));
            assertThat(disk.files()).as("what is left of it").isEmpty();
            assertThat(imports()).isEqualTo(before);

            disk.grow(ENOUGH);
            HttpResponse<String> accepted = upload(body);
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            String id = Documents.parse(accepted.body()).get("import_id").asText();
            JsonNode report = Documents.ended(server, "/api/v1/data/imports/" + id);
            assertThat(report.get("received").asLong()).as(report.toString()).isEqualTo(1);
            assertThat(report.get("refused").asLong()).isZero();
        }
    }

    private static void assertUnavailable(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        JsonNode problem = Documents.parse(answer.body());
        assertThat(problem.get("code").asText()).isEqualTo("unavailable");
        assertThat(problem.get("detail").asText()).contains("on the server");
    }

    private static int imports() throws Exception {
        return Documents.get(server, "/api/v1/data/imports").get("total").asInt();
    }

    private static Path data(String folder) {
        return server.home().resolve("data").resolve(folder);
    }

    private static HttpResponse<byte[]> download(String path) throws Exception {
        return java.net.http.HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.uri(path))
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<String> upload(String body) throws Exception {
        return server.send(HttpRequest.newBuilder(server.uri("/api/v1/data/import"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }
}
