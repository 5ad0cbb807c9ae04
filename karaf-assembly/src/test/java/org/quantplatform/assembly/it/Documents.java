package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the tests say to a server and read from it, as JSON documents. */
final class Documents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WORK_WITHIN = Duration.ofSeconds(180);

    private Documents() {}

    static JsonNode parse(String json) throws Exception {
        return JSON.readTree(json);
    }

    static JsonNode get(QuantServer server, String path) throws Exception {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return parse(answer.body());
    }

    /** Submits a backtest and returns its id. */
    static String submit(QuantServer server, String request) throws Exception {
        HttpResponse<String> answer = server.post("/api/v1/backtest", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return parse(answer.body()).get("backtest_id").asText();
    }

    /** The document once its status tells that the work has ended. */
    static JsonNode ended(QuantServer server, String path) throws Exception {
        Deadline.await(path + " has ended", WORK_WITHIN, () -> !List.of("queued", "running")
                .contains(get(server, path).get("status").asText()));
        return get(server, path);
    }

    static JsonNode completedBacktest(QuantServer server, String id) throws Exception {
        JsonNode backtest = ended(server, "/api/v1/backtest/" + id);
        assertThat(backtest.get("status").asText()).as(backtest.toString()).isEqualTo("completed");
        return backtest;
    }

    /** Imports the synthetic market; a second time changes nothing. */
    static void importDemo(QuantServer server) throws Exception {
        HttpResponse<String> answer = server.post("/api/v1/data/import", "{\"source\": \"demo\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = parse(answer.body()).get("import_id").asText();
        assertThat(ended(server, "/api/v1/data/imports/" + id).get("status").asText())
                .isEqualTo("completed");
    }

    /** Uploads files with their options and returns the finished import. */
    static JsonNode importFiles(QuantServer server, String options, List<Path> files) throws Exception {
        String boundary = "quant-test-boundary";
        List<byte[]> parts = new ArrayList<>();
        parts.add(part(boundary, "name=\"options\"", "application/json"));
        parts.add(options.getBytes(StandardCharsets.UTF_8));
        for (Path file : files) {
            parts.add(part(boundary, "name=\"file\"; filename=\"" + file.getFileName() + "\"", "application/gzip"));
            parts.add(Files.readAllBytes(file));
        }
        parts.add(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> answer = server.send(HttpRequest.newBuilder(server.uri("/api/v1/data/import"))
                .timeout(WORK_WITHIN)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(parts))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return ended(
                server,
                "/api/v1/data/imports/" + parse(answer.body()).get("import_id").asText());
    }

    private static byte[] part(String boundary, String disposition, String type) {
        return ("\r\n--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: " + type
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
