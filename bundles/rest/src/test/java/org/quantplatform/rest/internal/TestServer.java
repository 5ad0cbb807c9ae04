package org.quantplatform.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.ee10.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.quantplatform.json.QuantJson;
import org.quantplatform.rest.internal.cache.AnswerCache;
import org.quantplatform.rest.internal.front.Front;
import org.quantplatform.rest.internal.front.Options;
import org.quantplatform.rest.internal.socket.SocketServlet;

/** The bundle's servlets on an embedded server, with a platform in memory behind them. */
final class TestServer implements AutoCloseable {

    static final long MEMORY = 8 << 20;
    static final long BODY_LIMIT = 1024 * 1024;
    static final long IMPORT_LIMIT = 4 * 1024 * 1024;

    final MemoryPlatform platform = new MemoryPlatform();
    final Front front;
    final HttpClient http = HttpClient.newHttpClient();
    private final Server server;
    private final ServerConnector connector;

    TestServer(Options options) throws Exception {
        this(options, 200, new AnswerCache(MEMORY, ""));
    }

    /** @param threads for all requests together, beside those that accept connections and wait for bytes */
    TestServer(Options options, int threads, AnswerCache cache) throws Exception {
        server = new Server(new QueuedThreadPool(threads));
        connector = new ServerConnector(server, 1, 1);
        front = new Front(options);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        add(context, new RestServlet(front, cache), "/api/v1/*");
        SocketServlet sockets = new SocketServlet(front);
        for (String pattern : new String[] {"/ws/backtest", "/ws/optimization", "/ws/data-stream"}) {
            add(context, sockets, pattern);
        }
        add(context, new KeySetServlet(front), "/.well-known/jwks.json");
        add(context, new StrayServlet(), "/api/*");
        add(context, new StrayServlet(), "/");
        add(context, new DocsServlet(), "/api-docs/*");
        add(context, new HomeServlet(), "");
        server.setHandler(context);
        server.start();
    }

    static TestServer started() throws Exception {
        TestServer server = new TestServer(options(3));
        server.open();
        return server;
    }

    static Options options(int streams) {
        return new Options(
                Set.of("desk.example.org"), Set.of("https://app.example.org"), BODY_LIMIT, IMPORT_LIMIT, streams, 1);
    }

    /** The platform comes. */
    void open() {
        front.bindSessions(platform);
        front.bindLogins(platform.accounts);
        front.bindSharedLinks(new MemoryLinks());
        front.bindHealth(platform::health);
    }

    private static void add(ServletContextHandler context, Servlet servlet, String pattern) {
        context.addServlet(new ServletHolder(servlet), pattern);
    }

    int port() {
        return connector.getLocalPort();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(120));
    }

    HttpRequest.Builder api(String route) {
        return to("/api/v1/" + route);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String route) throws IOException, InterruptedException {
        return send(api(route).GET());
    }

    HttpResponse<String> post(String route, String json) throws IOException, InterruptedException {
        return send(
                api(route).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Id of a run that has completed. */
    String completedRun() throws IOException, InterruptedException {
        String id = submit();
        platform.complete(id);
        return id;
    }

    String submit() throws IOException, InterruptedException {
        String body =
                """
                {"strategy_id": "m", "start_date": "2018-01-01", "end_date": "2019-01-01", "initial_capital": 1000000}
                """;
        return json(post("backtest", body)).path("backtest_id").asText();
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return QuantJson.mapper().readTree(answer.body());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
