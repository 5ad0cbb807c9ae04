package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway of the built distribution, before everything that it answers over HTTP; callers come by a proxy. */
class ProtectionIT {

    private static final int HEAD_SECONDS = 4;
    private static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(30);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static LaunchedServer launched;
    private static QuantServer server;

    @BeforeAll
    static void start() throws Exception {
        launched = LaunchedServer.unpack(
                folder.resolve("quant"),
                Map.of(
                        "HOME", Files.createDirectories(folder.resolve("home")).toString(),
                        "QUANT_HTTP_TRUSTED_PROXIES", "127.0.0.1",
                        "QUANT_HTTP_ALLOW", "10.0.0.0/8, 2001:db8::/32",
                        "QUANT_HTTP_RATE_PER_SECOND", "2",
                        "QUANT_HTTP_RATE_BURST", "20",
                        "QUANT_HTTP_HEAD_SECONDS", "" + HEAD_SECONDS));
        server = launched.start();
    }

    @AfterAll
    static void stop() throws Exception {
        launched.stop();
    }

    private static HttpResponse<String> from(String address, String path) throws Exception {
        return server.send(HttpRequest.newBuilder(server.uri(path))
                .header("X-Forwarded-For", address)
                .timeout(Duration.ofSeconds(30))
                .build());
    }

    private static void set(String key, String value) throws IOException {
        Path file = server.home().resolve("etc/org.quantplatform.http.cfg");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^" + key + " =.*$", key + " = " + value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/health",
                "/api/v1/strategies",
                "/api/v1/openapi.json",
                "/api-docs/",
                "/console/",
                "/ws/backtest?id=bt_1",
                "/",
                "/nothing"
            })
    void onlyListedAddressesSeeAnything(String path) throws Exception {
        HttpResponse<String> refused = from("192.0.2.77", path);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Documents.parse(refused.body()).get("code").asText()).isEqualTo("forbidden");
        assertThat(from("10.1.2.3", path).statusCode()).isNotEqualTo(403);
        assertThat(server.status(path)).as("this machine").isNotEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/health", "/api/v1/none", "/api-docs/", "/console/", "/", "/nothing", "/a%2fb"})
    void everyAnswerHasItsHeadersOnce(String path) throws Exception {
        Map<String, List<String>> headers = server.get(path).headers().map();
        for (String name :
                List.of("x-content-type-options", "x-frame-options", "referrer-policy", "content-security-policy")) {
            assertThat(headers.get(name)).as(name).hasSize(1);
        }
    }

    @Test
    void whomAProxySpeaksForIsNotThisMachineAndIsNamedInTheAuditLog() throws Exception {
        assertThat(server.status("/api/v1/strategies")).isEqualTo(200);
        assertThat(from("2001:db8::77", "/api/v1/strategies").statusCode()).isEqualTo(401);
        assertThat(from("127.0.0.1", "/api/v1/strategies").statusCode()).isIn(401, 403);
        JsonNode records = Documents.get(server, "/api/v1/audit?action=session.open");
        assertThat(records.findValuesAsText("address")).contains("[2001:db8:0:0:0:0:0:77]");
    }

    @Test
    void whoCallsTooOftenIsToldWhenToComeBack() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(from("10.7.7.7", "/api/v1/health/live"));
        }
        assertThat(answers.get(0).statusCode()).isEqualTo(200);
        HttpResponse<String> last = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(last.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
        assertThat(Documents.parse(last.body()).get("code").asText()).isEqualTo("quota_exceeded");
        assertThat(from("10.7.7.8", "/api/v1/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void settingsChangeWhileTheServerRuns() throws Exception {
        set("allow", "198.51.100.0/24");
        Deadline.await(
                "another list holds",
                FOLLOWS_WITHIN,
                () -> from("198.51.100.7", "/api/v1/health/live").statusCode() == 200);
        assertThat(from("10.1.2.4", "/api/v1/health/live").statusCode()).isEqualTo(403);
        set("allow", "198.51.100.O/24");
        Deadline.await(
                "a slip lets nobody in",
                FOLLOWS_WITHIN,
                () -> from("198.51.100.7", "/api/v1/health/live").statusCode() == 403);
        assertThat(server.status("/api/v1/health/live")).isEqualTo(200);
        set("allow", "10.0.0.0/8, 2001:db8::/32");
        Deadline.await(
                "the first list holds again",
                FOLLOWS_WITHIN,
                () -> from("10.1.2.5", "/api/v1/health/live").statusCode() == 200);
    }

    @Test
    void aHeadThatDripsIsCutOff() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.httpPort())) {
            long began = System.nanoTime();
            assertThat(drip(socket, "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n", "X-A: b\r\n"))
                    .as("what it is told")
                    .isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(HEAD_SECONDS + 6L));
        }
    }

    @Test
    void aSecondHeadOfAConnectionMayNotDripEither() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.httpPort())) {
            String whole = "GET /api/v1/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(whole.getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(1500);
            assertThat(new String(
                            socket.getInputStream()
                                    .readNBytes(socket.getInputStream().available()),
                            StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200");
            long began = System.nanoTime();
            drip(socket, "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n", "X-A: b\r\n");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(HEAD_SECONDS + 6L));
        }
    }

    @Test
    void aBodyThatDripsIsCutOff() throws Exception {
        String head = "POST /api/v1/backtest HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100000\r\n\r\n{";
        try (Socket socket = new Socket("127.0.0.1", server.httpPort())) {
            long began = System.nanoTime();
            drip(socket, head, " ");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(server.status("/api/v1/health")).isEqualTo(200);
    }

    /** Sends {@code drop} every half a second until the server ends the connection, and returns what came back. */
    private static String drip(Socket socket, String begin, String drop) throws Exception {
        socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        socket.setSoTimeout(500);
        StringBuilder answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int i = 0; i < 120; i++) {
            try {
                int character = in.read();
                if (character < 0) {
                    return answer.toString();
                }
                answer.append((char) character);
            } catch (java.net.SocketTimeoutException e) {
                socket.getOutputStream().write(drop.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return answer.toString();
            }
        }
        throw new AssertionError("still open after a minute: " + answer);
    }
}
