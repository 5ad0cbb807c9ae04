package org.quantplatform.fakes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.quantplatform.fakes.Faults.Fault;

/**
 * A provider's server on this machine. What goes wrong is set by {@link #faults()} or over HTTP: {@code POST
 * /_fakes/faults?fault=rate_limit&every=3} or {@code &next=2}, {@code DELETE /_fakes/faults}; {@code GET /_fakes/counters}
 * tells what was asked.
 */
public abstract class FakeProvider implements AutoCloseable {

    private static final int THREADS = 16;
    private static final String CONTROL = "/_fakes/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "fake-provider");
        thread.setDaemon(true);
        return thread;
    });
    private final Faults faults = new Faults();
    private final Counters counters = new Counters();

    /** @param port 0 for any that is free */
    protected FakeProvider(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " cannot be had: " + e.getMessage(), e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
    }

    /** Starts to answer; returns at once. */
    public final void start() {
        server.start();
    }

    protected abstract Reply answer(Call call);

    protected abstract Reply rateLimited();

    protected abstract Reply serverError();

    public final Faults faults() {
        return faults;
    }

    public final Counters counters() {
        return counters;
    }

    /** Without a slash at the end. */
    public final URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = Call.of(exchange);
            if (call.path().startsWith(CONTROL)) {
                send(exchange, call, control(call));
                return;
            }
            counters.add(call);
            if (faults.strikes(Fault.DROPPED)) {
                return;
            }
            send(exchange, call, troubled(call));
        } catch (RuntimeException e) {
            exchange.sendResponseHeaders(500, -1);
            throw e;
        }
    }

    private Reply troubled(Call call) {
        if (faults.strikes(Fault.RATE_LIMIT)) {
            return rateLimited();
        }
        if (faults.strikes(Fault.SERVER_ERROR)) {
            return serverError();
        }
        if (faults.strikes(Fault.HTML)) {
            return Reply.html(200, "<!doctype html><html><body>Will be right back.</body></html>");
        }
        Reply reply = answer(call);
        return faults.strikes(Fault.TRUNCATED) ? reply.cut() : reply;
    }

    private Reply control(Call call) {
        if (call.path().equals(CONTROL + "counters")) {
            return Reply.json(200, counters.all());
        }
        if (!call.path().equals(CONTROL + "faults")) {
            return Reply.json(404, Map.of("error", "there are /_fakes/counters and /_fakes/faults"));
        }
        if (call.method().equals("DELETE")) {
            faults.clear();
        } else if (call.method().equals("POST")) {
            try {
                set(call);
            } catch (IllegalArgumentException e) {
                return Reply.json(400, Map.of("error", String.valueOf(e.getMessage())));
            }
        }
        return Reply.json(200, faults.describe());
    }

    private void set(Call call) {
        Fault fault = Fault.valueOf(call.parameter("fault").orElse("").toUpperCase(Locale.ROOT));
        call.parameter("every").ifPresent(count -> faults.every(fault, Integer.parseInt(count)));
        call.parameter("next").ifPresent(count -> faults.next(fault, Integer.parseInt(count)));
    }

    private static void send(HttpExchange exchange, Call call, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body();
        if (call.header("accept-encoding").orElse("").contains("gzip") && body.length > 0) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            body = packed(body);
        }
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] packed(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(body);
        }
        return bytes.toByteArray();
    }
}
