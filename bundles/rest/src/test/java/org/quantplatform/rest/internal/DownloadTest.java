package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {

    private static TestServer server;
    private static String file;
    private static String whole;
    private static String tag;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.started();
        file = "backtest/" + server.completedRun() + "/results?format=csv";
        HttpResponse<String> answer = server.get(file);
        whole = answer.body();
        tag = answer.headers().firstValue("ETag").orElseThrow();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> range(String range, String... headers) throws Exception {
        var request = server.api(file).header("Range", range);
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    @Test
    void namesTheFileAndSaysThatPartsMayBeHad() throws Exception {
        HttpResponse<String> answer = server.get(file);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv");
        assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .matches("attachment; filename=\"bt_[0-9]+-trades\\.csv\"");
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(whole.length());
    }

    @Test
    void sendsTheRangeThatIsAskedFor() throws Exception {
        HttpResponse<String> middle = range("bytes=10-19");
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(middle.body()).isEqualTo(whole.substring(10, 20));
        assertThat(middle.headers().firstValue("Content-Range")).contains("bytes 10-19/" + whole.length());
        assertThat(range("bytes=-7").body()).isEqualTo(whole.substring(whole.length() - 7));
        assertThat(range("bytes=100-").body()).isEqualTo(whole.substring(100));
        assertThat(range("bytes=0-99999999").body()).isEqualTo(whole);
    }

    @Test
    void joinsToTheWhole() throws Exception {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int from = 0; from < whole.length(); from += 1000) {
            joined.writeBytes(range("bytes=" + from + "-" + (from + 999), "If-Range", tag)
                    .body()
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(joined.toString(java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(whole);
    }

    @Test
    void sendsTheWholeFileWhenItHasChangedSince() throws Exception {
        HttpResponse<String> answer = range("bytes=10-19", "If-Range", "\"other\"");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-2", "bytes=0-1,4-5", "bytes=-", "bytes=x-y", "rows=1-2", "bytes"})
    void sendsTheWholeFileWhenTheRangeCannotBeRead(String range) throws Exception {
        assertThat(range(range).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesARangeBeyondTheEnd() throws Exception {
        HttpResponse<String> answer = range("bytes=" + whole.length() + "-");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(json(answer).path("code").asText()).isEqualTo("range_not_satisfiable");
    }

    @Test
    void sendsNothingTwice() throws Exception {
        HttpResponse<String> answer = server.send(server.api(file).header("If-None-Match", tag));
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void tellsTheLengthWithoutTheFile() throws Exception {
        HttpResponse<String> answer =
                server.send(server.api(file).method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(whole.length());
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void givesParquetAtAnAddressOfItsOwn() throws Exception {
        HttpResponse<String> answer = server.get(file.replace("results?format=csv", "results.parquet?table=equity"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.apache.parquet");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .endsWith("-equity.parquet\"");
    }

    @Test
    void refusesWhatNoFileHolds() throws Exception {
        for (String query : new String[] {"format=xls", "format=csv&table=all", "table=../../etc/passwd"}) {
            HttpResponse<String> answer = server.get(file.replace("format=csv", query));
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
        }
        assertThat(server.get("backtest/..%2f..%2fetc%2fpasswd/results?format=csv")
                        .statusCode())
                .isIn(400, 404);
        assertThat(server.get("backtest/" + server.submit() + "/results?format=csv")
                        .statusCode())
                .isEqualTo(409);
    }
}
