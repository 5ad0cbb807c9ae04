package org.quantplatform.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.json.QuantJson;

/** Reads events from a WebSocket; an empty one tells that it has ended. */
final class EventSocket implements WebSocket.Listener {

    private static final int LIMIT = 1 << 20;

    private final Consumer<Optional<JobEvent>> events;
    private final StringBuilder message = new StringBuilder();

    EventSocket(Consumer<Optional<JobEvent>> events) {
        this.events = events;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        if (message.length() + data.length() > LIMIT) {
            socket.abort();
            events.accept(Optional.empty());
            return null;
        }
        message.append(data);
        if (last) {
            String text = message.toString();
            message.setLength(0);
            read(text).ifPresent(e -> events.accept(Optional.of(e)));
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        events.accept(Optional.empty());
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        events.accept(Optional.empty());
    }

    /** The JDK does not always tell that the other end has gone, but sending to it fails. */
    static boolean alive(WebSocket socket, int seconds) {
        if (socket.isInputClosed() || socket.isOutputClosed()) {
            return false;
        }
        try {
            socket.sendPing(ByteBuffer.allocate(0))
                    .orTimeout(seconds, TimeUnit.SECONDS)
                    .join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    /** {@code {"seq": 3, "type": "progress", …values}}; only a refusal has no number. Empty for what is no event. */
    static Optional<JobEvent> read(String text) {
        try {
            JsonNode document = QuantJson.mapper().readTree(text);
            boolean refusal = document.path("type").asText().equals("error");
            if (!(document instanceof ObjectNode event)
                    || !refusal && !document.path("seq").isIntegralNumber()) {
                return Optional.empty();
            }
            Map<String, Object> values = new HashMap<>();
            event.properties().forEach(field -> put(values, field.getKey(), field.getValue()));
            return Optional.of(
                    new JobEvent(event.path("seq").asLong(), event.path("type").asText(), values));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void put(Map<String, Object> values, String name, JsonNode value) {
        if (name.equals("seq") || name.equals("type") || value.isNull()) {
            return;
        }
        values.put(name, QuantJson.mapper().convertValue(value, Object.class));
    }
}
