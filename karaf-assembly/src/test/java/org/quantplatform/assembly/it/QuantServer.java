package org.quantplatform.assembly.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * A running server as its clients see it: where it is, and requests to it. {@link SharedServer#get} gives the one that all
 * tests share; a test that must kill or restart its server takes a {@link LaunchedServer} of its own.
 *
 * @param home the unpacked distribution
 */
public record QuantServer(Path home, int httpPort, int sshPort) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final Duration READY_WITHIN = Duration.ofSeconds(180);

    /** The address of {@code path}, which starts with a slash. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    /** The WebSocket address of {@code path}. */
    public URI webSocket(String path) {
        return URI.create("ws://127.0.0.1:" + httpPort + path);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json);
    }

    public HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
        return send("PUT", path, json);
    }

    public HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, "");
    }

    /** Sends a request; a body that is not empty goes as JSON. */
    public HttpResponse<String> send(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(ANSWER_WITHIN);
        if (json.isEmpty()) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofString(json));
        }
        return send(request.build());
    }

    /** Sends a request that the caller built from {@link #uri}. */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Returns once the platform says that it is ready. */
    public QuantServer awaitReady() throws Exception {
        awaitStatus("/api/v1/health/ready", 200, READY_WITHIN);
        return this;
    }

    /** Returns once a GET of {@code path} answers {@code status}. */
    public void awaitStatus(String path, int status, Duration limit) throws Exception {
        Deadline.await(uri(path) + " answers " + status, limit, () -> status(path) == status);
    }

    /** The status of a GET, or 0 when nobody answers. */
    public int status(String path) throws InterruptedException {
        try {
            return get(path).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Puts a jar into the hot-deploy folder, in one step so that no half of it is seen. */
    public void deploy(Path jar) throws IOException {
        Path aside = home.resolve("data").resolve(jar.getFileName() + ".part");
        Files.copy(jar, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(aside, deployed(jar), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes a jar out of the hot-deploy folder again. */
    public void undeploy(Path jar) throws IOException {
        Files.deleteIfExists(deployed(jar));
    }

    public Path log() {
        return home.resolve("data/log/quant.log");
    }

    private Path deployed(Path jar) {
        return home.resolve("deploy").resolve(jar.getFileName());
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The archive under test. */
    static Path archive() throws IOException {
        return Path.of(System.getProperty("quant.distribution")).toRealPath();
    }
}
