package org.quantplatform.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Plays answers in order and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {

    record Asked(String line, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    record Reply(int status, Map<String, String> headers, byte[] body, boolean truncated) {

        static Reply json(int status, String body) {
            return new Reply(
                    status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8), false);
        }

        static Reply problem(int status, String body) {
            return json(status, body).with("Content-Type", "application/problem+json");
        }

        /** Closes the connection before the announced length is reached. */
        Reply brokenOff() {
            return new Reply(status, headers, body, true);
        }

        Reply with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body, truncated);
        }

        Reply body(byte[] bytes) {
            return new Reply(status, headers, bytes, truncated);
        }
    }

    private final HttpServer server;
    private final ConcurrentLinkedDeque<Reply> script = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedQueue<Asked> asked = new ConcurrentLinkedQueue<>();

    ScriptedServer(Reply... replies) throws IOException {
        script.addAll(List.of(replies));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    ClientSettings settings() {
        return settings(Optional.empty());
    }

    ClientSettings settings(Optional<ClientSettings.Token> token) {
        return new ClientSettings(
                ClientSettings.parse("http://127.0.0.1:" + server.getAddress().getPort()),
                token,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                3,
                Duration.ofMillis(5),
                Duration.ofSeconds(2),
                Optional.empty());
    }

    HttpPlatform platform() {
        return HttpPlatform.of(settings());
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    List<String> lines() {
        return asked.stream().map(Asked::line).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(
                exchange.getRequestMethod() + " " + exchange.getRequestURI(), exchange.getRequestHeaders(), body));
        // the last reply is played again and again
        Reply reply = script.size() > 1 ? script.pollFirst() : script.peekFirst();
        if (reply == null) {
            exchange.close();
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        long length = reply.body().length == 0 ? -1 : reply.body().length + (reply.truncated() ? 100 : 0);
        exchange.sendResponseHeaders(reply.status(), length);
        exchange.getResponseBody().write(reply.body());
        exchange.close();
    }
}
