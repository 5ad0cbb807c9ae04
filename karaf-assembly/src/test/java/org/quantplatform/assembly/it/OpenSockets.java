package org.quantplatform.assembly.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many readers of the events of one job. */
public final class OpenSockets {

    private final List<Reader> readers = new ArrayList<>();

    public OpenSockets(URI address, int count) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        for (int i = 0; i < count; i++) {
            Reader reader = new Reader();
            client.newWebSocketBuilder().buildAsync(address, reader).get(30, TimeUnit.SECONDS);
            readers.add(reader);
        }
    }

    /** Waits until each reader has seen the end; how many messages of progress the one with the fewest has seen. */
    public int fewestProgress(Duration limit) throws Exception {
        int fewest = Integer.MAX_VALUE;
        for (Reader reader : readers) {
            int status = reader.closed.get(limit.toSeconds(), TimeUnit.SECONDS);
            if (status != WebSocket.NORMAL_CLOSURE || !reader.completed) {
                throw new IllegalStateException("a reader was closed with " + status + " before the end");
            }
            fewest = Math.min(fewest, reader.progress.get());
        }
        return fewest;
    }

    private static final class Reader implements WebSocket.Listener {

        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final AtomicInteger progress = new AtomicInteger();
        private final StringBuilder text = new StringBuilder();
        private volatile boolean completed;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                if (text.indexOf("\"type\":\"progress\"") >= 0) {
                    progress.incrementAndGet();
                }
                completed |= text.indexOf("\"type\":\"completed\"") >= 0;
                text.setLength(0);
            }
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
