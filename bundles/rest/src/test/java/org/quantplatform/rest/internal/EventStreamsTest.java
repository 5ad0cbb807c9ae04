package org.quantplatform.rest.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.json.QuantJson;
import org.quantplatform.rest.internal.cache.AnswerCache;

/** Server-sent events to readers that are many, slow, gone or cut off. */
class EventStreamsTest {

    private static final int READERS = 300;
    private static final int THREADS = 8;

    private final TestServer server;

    EventStreamsTest() throws Exception {
        server = new TestServer(TestServer.options(READERS), THREADS, new AnswerCache(0, ""));
        server.open();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void manyReadersLeaveTheThreadsToOthers() throws Exception {
        String id = server.submit();
        List<CompletableFuture<String>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(read(id));
        }
        await(() -> server.front.streams().count() == READERS);
        for (int i = 0; i < 3 * THREADS; i++) {
            assertThat(server.get("backtest/" + id).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = server.get("backtest/" + id + "/events");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");

        server.platform.emit(id, "started", Map.of());
        server.platform.complete(id);
        for (CompletableFuture<String> reader : readers) {
            assertThat(reader.get(60, TimeUnit.SECONDS))
                    .containsSubsequence(": watching", "queued", "started", "completed");
        }
        await(() -> server.front.streams().count() == 0);
    }

    @Test
    void aSlowReaderGetsTheLatestProgressAndEveryOtherEvent() throws Exception {
        String id = server.submit();
        int progress = 200;
        String padding = "x".repeat(1 << 16);
        try (Socket reader = open(id)) {
            for (String last : List.of("paused", "resumed")) {
                for (int day = 1; day <= progress; day++) {
                    server.platform.emit(id, "progress", Map.of("completed_days", day, "padding", padding));
                }
                server.platform.emit(id, last, Map.of());
            }
            server.platform.complete(id);
            List<JsonNode> events = events(reader);

            List<String> types =
                    events.stream().map(event -> event.path("type").asText()).toList();
            assertThat(types).containsSubsequence("queued", "paused", "resumed", "completed");
            assertThat(types).filteredOn("progress"::equals).hasSizeBetween(2, 2 * progress - 1);
            for (String last : List.of("paused", "resumed")) {
                JsonNode before = events.get(types.indexOf(last) - 1);
                assertThat(before.path("completed_days").asInt()).as(last).isEqualTo(progress);
            }
            assertThat(events.stream().map(event -> event.path("seq").asLong())).isSorted();
        }
    }

    @Test
    void aReaderThatIsGoneIsNoticedByTheNextSignOfLife() throws Exception {
        String id = server.submit();
        try (Socket reader = open(id)) {
            BufferedReader lines = lines(reader);
            String line = lines.readLine();
            while (!line.equals(": ping")) {
                line = lines.readLine();
            }
            assertThat(server.front.streams().count()).isEqualTo(1);
        }
        await(() -> server.front.streams().count() == 0);
    }

    @Test
    void aReaderThatWasCutOffGoesOnBehindTheLastItSaw() throws Exception {
        String id = server.submit();
        server.platform.emit(id, "started", Map.of());
        server.platform.complete(id);
        HttpResponse<String> rest =
                server.send(server.api("backtest/" + id + "/events").header("Last-Event-ID", "2"));
        assertThat(rest.body()).startsWith(": watching\n\nid: 3\ndata: {").doesNotContain("started");
    }

    @Test
    void streamsEndWithTheServer() throws Exception {
        try (Socket reader = open(server.submit())) {
            BufferedReader lines = lines(reader);
            String line = lines.readLine();
            while (!line.startsWith("data: ")) {
                line = lines.readLine();
            }
            server.close();
            assertThat(lines.lines()).noneMatch(rest -> rest.startsWith("data: "));
        }
        assertThat(server.front.streams().count()).isZero();
    }

    private CompletableFuture<String> read(String id) {
        return server.http
                .sendAsync(server.api("backtest/" + id + "/events").build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
    }

    /** A reader that has not read yet; by HTTP/1.0, where events come as they are. */
    private Socket open(String id) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        String request = "GET /api/v1/backtest/" + id + "/events HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(UTF_8));
        await(() -> server.front.streams().count() == 1);
        return socket;
    }

    private static List<JsonNode> events(Socket reader) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        BufferedReader lines = lines(reader);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data: ")) {
                events.add(QuantJson.read(line.substring(6), JsonNode.class));
            }
        }
        return events;
    }

    private static BufferedReader lines(Socket reader) throws IOException {
        return new BufferedReader(new InputStreamReader(reader.getInputStream(), UTF_8));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
