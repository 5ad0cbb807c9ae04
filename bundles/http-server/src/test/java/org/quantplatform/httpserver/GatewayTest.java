package org.quantplatform.httpserver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway before a handler that tells whom it sees. */
class GatewayTest {

    private static final String PROXY = "127.0.0.1";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final HttpClient client = HttpClient.newHttpClient();
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        server.setHandler(new Mirror());
        gateway = Gateway.guard(server, "", "");
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private void set(String... keysAndValues) {
        Hashtable<String, String> settings = new Hashtable<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        new Settings(gateway::follow).updated(settings);
    }

    private HttpResponse<String> get(String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address("/"));
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
    }

    @Test
    void everyAnswerIsProtectedAndNothingIsSaidTwice() throws Exception {
        HttpResponse<String> answer = get();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("x-frame-options", List.of("SAMEORIGIN"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsKey("content-security-policy")
                .doesNotContainKey("strict-transport-security");
        HttpRequest wrong = HttpRequest.newBuilder(address("/a%2fb")).build();
        HttpResponse<String> refused = client.send(wrong, HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("urn:quant:error:invalid_request", "\"status\":400");
        assertThat(refused.headers().map()).containsEntry("x-content-type-options", List.of("nosniff"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT example.org:443", "TRACE /"})
    void whatIsNeverServedIsRefusedWithADocument(String line) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", connector.getLocalPort())) {
            socket.setSoTimeout(20_000);
            String request = line + " HTTP/1.1\r\nHost: example.org:443\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            assertThat(answer)
                    .startsWith("HTTP/1.1 405 ")
                    .contains("Allow: GET, HEAD, POST, PUT, DELETE, OPTIONS", "urn:quant:error:method_not_allowed");
        }
    }

    @Test
    void nobodyComesInBeforeThereAreSettings() throws Exception {
        gateway.follow(null);
        HttpResponse<String> answer = get();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.2.3, 200",
        "10.0.0.0/8, 192.0.2.7, 403",
        "'10.0.0.0/8, 2001:db8::/32', 2001:db8::5, 200",
        "'10.0.0.0/8, 2001:db8::/32', 2001:dba::5, 403",
        "'', 192.0.2.7, 200",
        // a slip in the list lets nobody in
        "10.0.0.O/8, 10.1.2.3, 403",
    })
    void onlyListedAddressesCall(String allow, String caller, int status) throws Exception {
        set("allow", allow, "trusted.proxies", PROXY);
        assertThat(get("X-Forwarded-For", caller).statusCode()).isEqualTo(status);
        assertThat(get().statusCode()).as("this machine").isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        // whoever is no proxy of the list is not believed
        "10.9.9.9, X-Forwarded-For, 192.0.2.7, 127.0.0.1",
        "127.0.0.1, X-Forwarded-For, 192.0.2.7, 192.0.2.7",
        "127.0.0.1, X-Forwarded-For, '203.0.113.1, 192.0.2.7', 192.0.2.7",
        "'127.0.0.1, 10.0.0.0/8', X-Forwarded-For, '203.0.113.1, 192.0.2.7, 10.1.1.1', 192.0.2.7",
        "127.0.0.1, X-Forwarded-For, 192.0.2.7:1234, 192.0.2.7",
        "127.0.0.1, X-Forwarded-For, '[2001:db8::1]:80', [2001:db8:0:0:0:0:0:1]",
        "127.0.0.1, Forwarded, 'for=192.0.2.43;proto=https, for=198.51.100.17', 198.51.100.17",
        "127.0.0.1, Forwarded, 'for=\"[2001:db8:cafe::17]:4711\"', [2001:db8:cafe:0:0:0:0:17]",
        "127.0.0.1, X-Real-IP, 192.0.2.7, 192.0.2.7",
        // nothing that can be believed
        "127.0.0.1, X-Forwarded-For, unknown, 127.0.0.1",
        "127.0.0.1, X-Forwarded-For, evil.example.org, 127.0.0.1",
        "127.0.0.1, X-Forwarded-For, 127.0.0.1, 127.0.0.1",
        "127.0.0.1, X-Forwarded-For, '', 127.0.0.1",
    })
    void believesProxiesOfTheList(String proxies, String header, String value, String seen) throws Exception {
        set("trusted.proxies", proxies);
        HttpResponse<String> answer = get(header, value);
        assertThat(answer.body()).startsWith(seen + " ");
        boolean believed = !seen.equals("127.0.0.1");
        assertThat(answer.body())
                .as("others go on seeing that it was forwarded")
                .contains("forwarded=" + !believed);
    }

    @Test
    void aProxyTellsOfTls() throws Exception {
        set("trusted.proxies", PROXY);
        HttpResponse<String> answer = get("X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "https");
        assertThat(answer.body()).contains("secure=true");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        assertThat(get("Forwarded", "for=192.0.2.7;proto=https").body()).contains("secure=true");
        set();
        assertThat(get("X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "https")
                        .body())
                .contains("secure=false");
    }

    @Test
    void whoCallsTooOftenIsToldWhenToComeBack() throws Exception {
        set("trusted.proxies", PROXY, "rate.per.second", "1", "rate.burst", "3");
        for (int i = 0; i < 3; i++) {
            assertThat(get("X-Forwarded-For", "192.0.2.7").statusCode()).isEqualTo(200);
        }
        HttpResponse<String> refused = get("X-Forwarded-For", "192.0.2.7");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).contains("\"code\":\"quota_exceeded\"");
        assertThat(get("X-Forwarded-For", "192.0.2.8").statusCode()).isEqualTo(200);
        for (int i = 0; i < 20; i++) {
            assertThat(get().statusCode()).as("this machine is unlimited").isEqualTo(200);
        }
        Thread.sleep(1100);
        assertThat(get("X-Forwarded-For", "192.0.2.7").statusCode()).isEqualTo(200);
    }

    @Test
    void aProxyThatIsNotBelievedHasALimitEvenOnThisMachine() throws Exception {
        set("rate.per.second", "1", "rate.burst", "1");
        assertThat(get("X-Forwarded-For", "192.0.2.7").statusCode()).isEqualTo(200);
        assertThat(get("X-Forwarded-For", "192.0.2.8").statusCode()).isEqualTo(429);
    }

    @Test
    void anAddressHoldsOnlySoManyConnections() throws Exception {
        set("unlimited", "", "connections.per.address", "3");
        try (Held held = new Held(8)) {
            assertThat(held.answered()).isEqualTo(3);
        }
        Thread.sleep(500);
        try (Held held = new Held(2)) {
            assertThat(held.answered()).as("after the others went").isEqualTo(2);
        }
        set("unlimited", PROXY, "connections.per.address", "3");
        try (Held held = new Held(8)) {
            assertThat(held.answered()).isEqualTo(8);
        }
    }

    @Test
    void beyondAllConnectionsTheServerAcceptsNoneUntilOthersEnd() throws Exception {
        set("connections", "5");
        try (Held within = new Held(5)) {
            assertThat(within.answered()).isEqualTo(5);
            await(() -> !connector.isAccepting());
            try (Held beyond = new Held(3)) {
                beyond.ask();
                assertThat(within.answered()).as("those within go on").isEqualTo(5);
                assertThat(beyond.told()).as("before others end").isZero();
                assertThat(connector.getConnectedEndPoints()).hasSize(5);
                within.end();
                assertThat(beyond.heard()).as("after others have ended").isEqualTo(3);
            }
        }
        await(connector::isAccepting);
        assertThat(get().statusCode()).isEqualTo(200);
    }

    @Test
    void aLimitThatIsRaisedLetsTheWaitingIn() throws Exception {
        set("connections", "2");
        try (Held within = new Held(2);
                Held beyond = new Held(2)) {
            assertThat(within.answered()).isEqualTo(2);
            await(() -> !connector.isAccepting());
            beyond.ask();
            set("connections", "10");
            assertThat(beyond.heard()).isEqualTo(2);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Connections that are open at the same time. */
    private final class Held implements AutoCloseable {

        private final List<Socket> sockets = new ArrayList<>();

        Held(int count) throws IOException {
            for (int i = 0; i < count; i++) {
                sockets.add(new Socket("127.0.0.1", connector.getLocalPort()));
            }
        }

        int answered() {
            ask();
            return heard();
        }

        void ask() {
            for (Socket socket : sockets) {
                try {
                    socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));
                } catch (IOException e) {
                    // the server has ended it
                }
            }
        }

        /** How many hear an answer; waits for those that the server has not ended. */
        int heard() {
            int heard = 0;
            for (Socket socket : sockets) {
                try {
                    socket.setSoTimeout(20_000);
                    heard += socket.getInputStream().read() > 0 ? 1 : 0;
                    socket.getInputStream().skipNBytes(socket.getInputStream().available());
                } catch (IOException e) {
                    // the server has ended it
                }
            }
            return heard;
        }

        /** How many have an answer by now. */
        int told() throws IOException {
            int told = 0;
            for (Socket socket : sockets) {
                told += socket.getInputStream().available() > 0 ? 1 : 0;
            }
            return told;
        }

        void end() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }

        @Override
        public void close() throws IOException {
            end();
        }
    }

    @Test
    void bodiesAreBounded() throws Exception {
        set("body.limit.mb", "1");
        byte[] large = new byte[2 << 20];
        HttpRequest known = HttpRequest.newBuilder(address("/"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(large))
                .build();
        HttpRequest chunked = HttpRequest.newBuilder(address("/"))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))
                .build();
        for (HttpRequest request : List.of(known, chunked)) {
            assertThat(status(request)).isIn(413, 0);
        }
        HttpRequest small = HttpRequest.newBuilder(address("/"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1 << 20]))
                .build();
        assertThat(client.send(small, HttpResponse.BodyHandlers.ofString()).body())
                .contains("body=1048576");
    }

    /** 0 when the connection ended while the client was still sending. */
    private int status(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (java.io.IOException e) {
            return 0;
        }
    }

    /** Tells whom and what it sees; frames of the same origin may show it. */
    private static final class Mirror extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            int body = Content.Source.asInputStream(request).readAllBytes().length;
            response.getHeaders().put("X-Frame-Options", "SAMEORIGIN");
            boolean forwarded = request.getHeaders().stream().anyMatch(Caller::isForwarding);
            String told = "%s secure=%s forwarded=%s body=%d";
            Content.Sink.write(
                    response,
                    true,
                    told.formatted(Request.getRemoteAddr(request), request.isSecure(), forwarded, body),
                    callback);
            return true;
        }
    }
}
