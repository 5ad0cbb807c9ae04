package org.quantplatform.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.api.data.LiveTick;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Market;

class EventsTest {

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
    void sendsEventsInOrderAndCloses() throws Exception {
        String id = server.submit();
        Reader reader = open("id=" + id);
        server.platform.emit(id, "started", Map.of());
        server.platform.emit(id, "progress", Map.of("completed_days", 850, "total_days", 1000));
        server.platform.complete(id);
        assertThat(reader.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
        assertThat(reader.types()).first().isEqualTo("queued");
        assertThat(reader.types()).last().isEqualTo("completed");
        assertThat(reader.sequences()).isSorted();
        JsonNode progress = reader.documents.stream()
                .filter(event -> event.path("type").asText().equals("progress"))
                .findFirst()
                .orElseThrow();
        assertThat(progress.path("completed_days").asInt()).isEqualTo(850);
        // the server lets go of the stream after the client has seen it closed
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (server.front.streams().count() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(server.front.streams().count()).isZero();
    }

    @Test
    void resumesAfterTheLastSeen() throws Exception {
        String id = server.submit();
        server.platform.emit(id, "started", Map.of());
        server.platform.complete(id);
        Reader reader = open("id=" + id + "&after=2");
        assertThat(reader.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
        assertThat(reader.types()).containsExactly("completed");
    }

    @Test
    void explainsAnUnknownRun() throws Exception {
        Reader reader = open("id=bt_none");
        assertThat(reader.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1008);
        assertThat(reader.documents.get(0).path("code").asText()).isEqualTo("not_found");
    }

    @Test
    void refusesTooManyPerAddress() throws Exception {
        String id = server.submit();
        for (int i = 0; i < 3; i++) {
            open("id=" + id);
        }
        assertThatThrownBy(() -> open("id=" + id)).hasMessageContaining("WebSocketHandshakeException");
        server.platform.complete(id);
    }

    @Test
    void refusesForeignPagesAndPlainRequests() throws Exception {
        assertThatThrownBy(() -> server.http
                        .newWebSocketBuilder()
                        .header("Origin", "https://evil.example.org")
                        .buildAsync(uri("id=x"), new Reader())
                        .get())
                .hasMessageContaining("WebSocketHandshakeException");
        assertThat(server.send(server.to("/ws/backtest?id=x")).statusCode()).isEqualTo(426);
    }

    @Test
    void letsAPageInByATicketOnce() throws Exception {
        String id = server.completedRun();
        HttpResponse<String> answer = server.post("auth/ws-ticket", "");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        String ticket =
                QuantJson.read(answer.body(), JsonNode.class).path("ticket").asText();
        Reader reader = open("id=" + id + "&ticket=" + ticket);
        assertThat(reader.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1000);

        for (String wrong : new String[] {ticket, "x", ""}) {
            assertThatThrownBy(() -> open("id=" + id + "&ticket=" + wrong))
                    .hasMessageContaining("WebSocketHandshakeException");
            HttpResponse<String> refused = server.send(
                    server.to("/ws/backtest?id=" + id + "&ticket=" + wrong).header("Sec-WebSocket-Version", "13"));
            assertThat(refused.statusCode()).isIn(401, 426);
        }
    }

    @Test
    void sendsBarsAndThenOnlyThoseThatAnImportHasChanged() throws Exception {
        Reader reader = openAt("/ws/data-stream?symbols=AAPL,KR:NONE");
        await(() -> reader.documents.size() == 2);
        JsonNode bar = reader.documents.get(0);
        assertThat(bar.path("ticker").asText() + bar.path("date").asText()).isEqualTo("AAPL2020-01-03");
        assertThat(bar.path("close").isNull()).isTrue();
        assertThat(reader.documents.get(1).has("close")).isFalse();

        server.platform.lastPrice = 2.5;
        server.platform.snapshot = 2;
        await(() -> reader.documents.size() == 3);
        assertThat(reader.documents.get(2).path("close").asDouble()).isEqualTo(2.5);
        assertThat(reader.documents.get(2).path("seq").asInt()).isEqualTo(2);

        Reader resumed = openAt("/ws/data-stream?symbols=AAPL&after=1");
        await(() -> resumed.documents.size() == 1);
    }

    @Test
    void sendsPricesOfTheMomentAndWhatHappensToTheirSource() throws Exception {
        Reader reader = openAt("/ws/data-stream?source=one&market=US&tickers=B,A&after=7");
        await(() -> !server.platform.prices.listeners.isEmpty());
        assertThat(server.platform.prices.queries.get(0))
                .isEqualTo(new LiveQuery("one", Market.US, List.of("A", "B"), 7));
        JsonNode stream = TestServer.json(server.get("data/streams")).at("/streams/0");
        assertThat(stream.path("tickers").asInt()).isEqualTo(2);
        assertThat(stream.path("notices").asInt()).isEqualTo(1);
        assertThat(stream.path("latest_notice_at").asText()).isEqualTo("2026-01-02T15:00:00Z");
        Instant time = Instant.parse("2026-01-02T15:00:00Z");
        var listener = server.platform.prices.listeners.get(0);
        listener.accept(LiveEvent.of(8, new LiveTick(Market.US, "A", time, 10, 100, Double.NaN, Double.NaN)));
        listener.accept(LiveEvent.state(9, LiveEvent.Type.DOWN, "no key", 4));
        listener.accept(LiveEvent.refused(10, "B", "unknown"));
        await(() -> reader.documents.size() == 3);
        JsonNode tick = reader.documents.get(0);
        assertThat(tick.path("type").asText() + tick.path("seq").asInt()).isEqualTo("tick8");
        assertThat(tick.path("time").asText()).isEqualTo("2026-01-02T15:00:00Z");
        assertThat(tick.path("price").asDouble()).isEqualTo(10);
        assertThat(tick.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("source", "market", "ticker", "time", "price", "size", "type", "seq");
        assertThat(reader.documents.get(1).path("detail").asText()).isEqualTo("no key");
        assertThat(reader.documents.get(1).path("retry_seconds").asInt()).isEqualTo(4);

        JsonNode refusal = reader.documents.get(2);
        assertThat(refusal.path("type").asText()).isEqualTo("refused");
        assertThat(refusal.path("ticker").asText() + ": "
                        + refusal.path("detail").asText())
                .isEqualTo("B: unknown");

        Reader refused = openAt("/ws/data-stream?source=none&market=US&tickers=A");
        assertThat(refused.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1008);
        assertThat(refused.documents.get(0).path("detail").asText()).contains("no source");
        for (String wrong : new String[] {"source=one&tickers=A", "source=%20&market=US&tickers=A"}) {
            assertThatThrownBy(() -> openAt("/ws/data-stream?" + wrong))
                    .hasMessageContaining("WebSocketHandshakeException");
        }
    }

    @Test
    void refusesSymbolsThatAreNone() throws Exception {
        for (String symbols : new String[] {"", "MARS:A", "US:", "A,".repeat(20) + "A"}) {
            assertThatThrownBy(() -> openAt("/ws/data-stream?symbols=" + symbols))
                    .hasMessageContaining("WebSocketHandshakeException");
        }
    }

    @Test
    void followsAnyWorkAtTheAddressOfOptimizations() throws Exception {
        Reader reader = openAt("/ws/optimization?id=" + server.completedRun());
        assertThat(reader.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void keepsIdleReadersWithPings() throws Exception {
        String id = server.submit();
        Reader reader = open("id=" + id);
        reader.pinged.get(10, TimeUnit.SECONDS);
        server.platform.complete(id);
        assertThat(reader.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1000);
    }

    @Test
    void streamsEndWithTheLoginOfTheirReader() throws Exception {
        String id = server.submit();
        Reader reader = open("id=" + id);
        CompletableFuture<String> events = server.http
                .sendAsync(server.api("backtest/" + id + "/events").build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body);
        reader.pinged.get(30, TimeUnit.SECONDS);
        server.platform.loggedOut = true;

        assertThat(reader.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1008);
        assertThat(reader.documents
                        .get(reader.documents.size() - 1)
                        .path("code")
                        .asText())
                .isEqualTo("unauthenticated");
        assertThat(events.get(30, TimeUnit.SECONDS)).contains("\"code\":\"unauthenticated\"");
        server.platform.emit(id, "started", Map.of());
        assertThat(reader.types()).doesNotContain("started");
    }

    @Test
    void sendsTheSameAsServerSentEvents() throws Exception {
        String id = server.completedRun();
        HttpResponse<String> answer = server.get("backtest/" + id + "/events");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(answer.body()).contains("id: 1\ndata: {\"seq\":1,\"type\":\"queued\"}\n\n", "id: 2\ndata: {");
        assertThat(server.get("backtest/" + id + "/events?after=1").body()).doesNotContain("queued");
        assertThat(server.get("backtest/none/events").statusCode()).isEqualTo(404);
        HttpRequest head = server.api("backtest/" + id + "/events")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(server.http
                        .send(head, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.front.streams().count()).isZero();
    }

    private Reader open(String query) throws Exception {
        return openAt("/ws/backtest?" + query);
    }

    private Reader openAt(String path) throws Exception {
        Reader reader = new Reader();
        URI address = URI.create("ws://127.0.0.1:" + server.port() + path);
        server.http.newWebSocketBuilder().buildAsync(address, reader).get(10, TimeUnit.SECONDS);
        return reader;
    }

    private URI uri(String query) {
        return URI.create("ws://127.0.0.1:" + server.port() + "/ws/backtest?" + query);
    }

    private static final class Reader implements WebSocket.Listener {

        final List<JsonNode> documents = new CopyOnWriteArrayList<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        final CompletableFuture<Boolean> pinged = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();

        List<String> types() {
            return documents.stream().map(event -> event.path("type").asText()).toList();
        }

        List<Long> sequences() {
            return documents.stream().map(event -> event.path("seq").asLong()).toList();
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                documents.add(QuantJson.read(text.toString(), JsonNode.class));
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onPing(WebSocket socket, java.nio.ByteBuffer message) {
            pinged.complete(true);
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.completeExceptionally(error);
        }
    }
}
