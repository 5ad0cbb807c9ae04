package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway of the built distribution, before everything that it answers over HTTP; callers come by a proxy. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProtectionIT {

    private static final int HEAD_SECONDS = 4;
    private static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(30);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static LaunchedServer launched;
    private static QuantServer server;
    private static int httpsPort;

    @BeforeAll
    static void start() throws Exception {
        httpsPort = QuantServer.freePort();
        launched = LaunchedServer.unpack(
                folder.resolve("quant"),
                Map.of(
                        "HOME", Files.createDirectories(folder.resolve("home")).toString(),
                        "QUANT_HTTPS_PORT", "" + httpsPort,
                        "QUANT_HTTP_TRUSTED_PROXIES", "127.0.0.1",
                        "QUANT_HTTP_ALLOW", "10.0.0.0/8, 2001:db8::/32",
                        "QUANT_HTTP_RATE_PER_SECOND", "2",
                        "QUANT_HTTP_RATE_BURST", "20",
                        "QUANT_HTTP_HEAD_SECONDS", "" + HEAD_SECONDS));
        LaunchedServer.Outcome made = launched.quant("tls", "self-signed", "desk.example.org");
        assertThat(made.exitCode()).as(made.output()).isZero();
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
    @ValueSource(
            strings = {
                "/api/v1/health",
                "/api/v1/strategies",
                "/api/v1/strategies?x=1",
                "/api/v1/openapi.json",
                "/api/v1/none",
                "/api/v2/none",
                "/.well-known/jwks.json",
                "/ws/backtest?id=bt_1",
                "/ws/none",
                "/api-docs/",
                "/console/",
                "/",
                "/nothing",
                "/a%2fb"
            })
    void everyAnswerHasItsHeadersOnce(String path) throws Exception {
        Map<String, List<String>> headers = server.get(path).headers().map();
        for (String name :
                List.of("x-content-type-options", "x-frame-options", "referrer-policy", "content-security-policy")) {
            assertThat(headers.get(name)).as(name).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/health",
                "/api/v1/none",
                "/api/v2/none",
                "/.well-known/jwks.json",
                "/ws/backtest",
                "/api-docs/",
                "/",
                "/nothing"
            })
    void aMethodThatIsRefusedIsAnsweredWithADocument(String path) throws Exception {
        for (String method : List.of("TRACE", "BREW", "PATCH", "PUT", "DELETE")) {
            HttpResponse<String> answer = server.send(method, path, "");
            String told = method + " " + path + " " + answer.statusCode() + " "
                    + answer.headers().map();
            assertThat(answer.statusCode()).as(told).isBetween(400, 499);
            assertThat(answer.headers().firstValue("Content-Type")).as(told).contains("application/problem+json");
            assertThat(Documents.parse(answer.body()).get("status").asInt())
                    .as(told)
                    .isEqualTo(answer.statusCode());
            assertThat(answer.headers().allValues("X-Content-Type-Options"))
                    .as(told)
                    .hasSize(1);
        }
    }

    @Test
    void nothingIsConnectedTo() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.httpPort())) {
            socket.setSoTimeout(30_000);
            String request = "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 405 ").contains("application/problem+json", "\"status\":405");
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

    private static Path tls(String file) {
        return launched.server().home().resolve("data/tls").resolve(file);
    }

    private static X509Certificate made() throws Exception {
        try (InputStream in = Files.newInputStream(tls("server.pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** Trusts the certificate in the file alone. */
    private static SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", made());
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static Certificate shown(String... protocols) throws Exception {
        try (SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", httpsPort)) {
            socket.setEnabledProtocols(protocols);
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void httpsSpeaksTls13Only() throws Exception {
        assertThat(shown("TLSv1.3")).isEqualTo(made());
        assertThatThrownBy(() -> shown("TLSv1.2")).isInstanceOf(IOException.class);
        HttpResponse<String> answer = HttpClient.newBuilder()
                .sslContext(trusting())
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + httpsPort + "/api/v1/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
        assertThat(server.get("/api/v1/health").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
        for (String secret : List.of("server.p12", "password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tls(secret))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theCommandLineTrustsWhatItIsToldToTrust() throws Exception {
        String address = "https://127.0.0.1:" + httpsPort;
        Path copy = Files.copy(tls("server.pem"), folder.resolve("copy.pem"));
        Path none = Files.writeString(folder.resolve("none.pem"), "");
        LaunchedServer.Outcome trusted =
                launched.quant("--ca-file", copy.toString(), "--url", address, "strategy", "list");
        assertThat(trusted.exitCode()).as(trusted.output()).isZero();
        assertThat(launched.quant("--ca-file", none.toString(), "--url", address, "strategy", "list")
                        .exitCode())
                .isNotZero();
        LaunchedServer.Outcome unknown =
                launched.quantWith(List.of(), Map.of("QUANT_CA_FILE", cacerts()), "--url", address, "strategy", "list");
        assertThat(unknown.exitCode()).isNotZero();
        assertThat(unknown.output()).contains("is not trusted");
    }

    /** Some other certificate in PEM. */
    private static String cacerts() throws Exception {
        Path other = folder.resolve("other.pem");
        TrustManagerFactory known = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        known.init((KeyStore) null);
        X509Certificate first = ((javax.net.ssl.X509TrustManager) known.getTrustManagers()[0]).getAcceptedIssuers()[0];
        String body = Base64.getMimeEncoder().encodeToString(first.getEncoded());
        Files.writeString(other, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
        return other.toString();
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void aNewCertificateIsUsedWithoutARestart() throws Exception {
        Certificate before = shown("TLSv1.3");
        LaunchedServer.Outcome renewed = launched.quant("tls", "self-signed", "other.example.org");
        assertThat(renewed.output()).contains("other.example.org");
        Deadline.await("the new one is shown", FOLLOWS_WITHIN, () -> isShown(made()));
        assertThat(made()).isNotEqualTo(before);
    }

    private static boolean isShown(Certificate wanted) throws Exception {
        try {
            return shown("TLSv1.3").equals(wanted);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void modeLocalDoesNotServeWhileOthersReachTheServer() throws Exception {
        launched.stop();
        LaunchedServer.Outcome refused =
                launched.quantWith(List.of(), Map.of("QUANT_HTTP_ADDRESS", "0.0.0.0"), "start");
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.output()).contains("auth mode 'local' does not serve while the server listens on");
        HttpResponse<String> answer = server.get("/api/v1/strategies");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Documents.parse(answer.body()).get("code").asText()).isEqualTo("unavailable");
        assertThat(server.get("/api/v1/health").body())
                .contains("\"auth_mode\"")
                .doesNotContain("\"ok\"");
        assertThat(server.status("/api/v1/health/ready")).isEqualTo(503);
        assertThat(Files.readString(server.log())).contains("auth mode 'local' does not serve");
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
