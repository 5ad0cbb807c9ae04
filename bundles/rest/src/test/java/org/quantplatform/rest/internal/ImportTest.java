package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quantplatform.rest.internal.TestServer.json;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {

    private static final String OPTIONS =
            "--b\r\nContent-Disposition: form-data; name=\"options\"\r\nContent-Type: application/json\r\n\r\n{\"market\":\"US\"}\r\n";

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.started();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void takesFilesAndRemovesThemAfterwards() throws Exception {
        String content = "a,b\r\n--\r\n--x\r\n-\r\r\n--".repeat(20_000);
        HttpResponse<String> answer =
                upload(file("dir/prices.csv", content) + OPTIONS + file("b.csv", "") + "--b--\r\n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = json(answer).path("import_id").asText();
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/data/imports/" + id);
        assertThat(server.platform.uploads).hasSize(2);
        String[] first = server.platform.uploads.get(0).split(":");
        assertThat(first[0]).isEqualTo("prices.csv");
        assertThat(Integer.parseInt(first[1])).isEqualTo(content.length());
        assertThat(Files.exists(Path.of(first[2]).getParent())).isFalse();
        assertThat(server.get("data/imports/" + id).statusCode()).isEqualTo(200);
        assertThat(json(server.get("data/imports")).path("imports")).hasSize(1);
        assertThat(server.get("data/imports/none").statusCode()).isEqualTo(404);
    }

    @Test
    void takesALineBreakBeforeTheFirstBoundary() throws Exception {
        assertThat(upload("\r\n" + OPTIONS + file("a.csv", "x") + "--b--\r\n").statusCode())
                .isEqualTo(202);
        assertThat(upload("\r\n").statusCode()).isEqualTo(400);
    }

    @Test
    void takesASourceWithoutFiles() throws Exception {
        assertThat(server.post("data/import", "{\"source\": \"demo\"}").statusCode())
                .isEqualTo(202);
        assertThat(server.post("data/import", "{\"source\": 1}").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesMoreThanTheLimit() throws Exception {
        String content = "x".repeat((int) TestServer.IMPORT_LIMIT + 10);
        HttpResponse<String> answer = upload(OPTIONS + file("a.csv", content) + "--b--\r\n");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(server.platform.imports).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b",
                "--b--\r\n",
                "nonsense",
                "--b\r\n\r\nx\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nno end",
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nx\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"options\"\r\n\r\n{\"market\":\"XX\"}\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--",
                "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--b--",
                "--bogus\r\n",
            })
    void refusesBrokenForms(String body) throws Exception {
        HttpResponse<String> answer = upload(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).path("code").asText()).isEqualTo("invalid_request");
        assertThat(server.platform.imports).isEmpty();
    }

    @Test
    void refusesOptionsThatAreTooLong() throws Exception {
        for (String filler : new String[] {"x".repeat(70_000), "\r\n--".repeat(20_000)}) {
            HttpResponse<String> answer = upload(
                    "--b\r\nContent-Disposition: form-data; name=\"options\"\r\n\r\n" + filler + "\r\n--b--\r\n");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).path("errors").path(0).path("message").asText())
                    .isEqualTo("is longer than 65536 bytes");
        }
    }

    @Test
    void refusesUploadsOfForeignPages() throws Exception {
        HttpResponse<String> answer = server.send(form(OPTIONS + "--b--").header("Origin", "https://evil.example.org"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(server.send(form(OPTIONS + "--b--").header("Origin", "http://127.0.0.1:" + server.port()))
                        .statusCode())
                .isEqualTo(202);
    }

    private HttpResponse<String> upload(String body) throws Exception {
        return server.send(form(body));
    }

    private HttpRequest.Builder form(String body) {
        return server.api("data/import")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    private static String file(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n";
    }
}
