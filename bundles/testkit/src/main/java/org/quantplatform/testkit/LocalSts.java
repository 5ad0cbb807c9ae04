package org.quantplatform.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An AWS Security Token Service on this machine: verifies the signature of each request, and knows only GetCallerIdentity. */
public final class LocalSts implements AutoCloseable {

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration SKEW = Duration.ofMinutes(15);

    private final HttpServer server;
    private final Map<String, Identity> identities = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    /**
     * Who has a key.
     *
     * @param sessionToken of temporary keys; null for lasting ones
     */
    public record Identity(
            String accessKey, String secret, @Nullable String sessionToken, String arn, String account, String userId) {

        @Override
        public String toString() {
            return "Identity[" + arn + "]";
        }
    }

    private LocalSts(HttpServer server) {
        this.server = server;
    }

    public static LocalSts start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            LocalSts sts = new LocalSts(server);
            server.createContext("/", sts::answer);
            server.setExecutor(Executors.newFixedThreadPool(4, task -> {
                Thread thread = new Thread(task, "local-sts");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return sts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public LocalSts add(Identity identity) {
        identities.put(identity.accessKey(), identity);
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Asked so far, with whatever outcome. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Identity identity = caller(exchange, body);
        boolean asked = body.equals("Action=GetCallerIdentity&Version=2011-06-15");
        if (identity == null || !asked) {
            send(
                    exchange,
                    identity == null ? 403 : 400,
                    "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                            + "<Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code></Error></ErrorResponse>");
            return;
        }
        send(
                exchange,
                200,
                """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                  <GetCallerIdentityResult>
                    <Arn>%s</Arn><UserId>%s</UserId><Account>%s</Account>
                  </GetCallerIdentityResult>
                  <ResponseMetadata><RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId></ResponseMetadata>
                </GetCallerIdentityResponse>
                """
                        .formatted(identity.arn(), identity.userId(), identity.account()));
    }

    private @Nullable Identity caller(HttpExchange exchange, String body) {
        Matcher given = AUTHORIZATION.matcher(header(exchange, "Authorization"));
        boolean post = exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().toString().equals("/");
        Identity identity = post && given.matches() ? identities.get(given.group(1)) : null;
        if (identity == null) {
            return null;
        }
        String time = header(exchange, "X-Amz-Date");
        Map<String, String> signed = new TreeMap<>();
        for (String name : given.group(3).split(";")) {
            signed.put(name, header(exchange, name));
        }
        String token = identity.sessionToken() == null ? "" : identity.sessionToken();
        boolean right = isRecent(time)
                && signed.containsKey("host")
                && given.group(2).matches(time.substring(0, 8) + "/[a-z0-9-]+/sts/aws4_request")
                && token.equals(header(exchange, "X-Amz-Security-Token"))
                && AwsSignature.of(identity.secret(), given.group(2), time, signed, body)
                        .equals(given.group(4));
        return right ? identity : null;
    }

    private static boolean isRecent(String time) {
        if (!time.matches("[0-9]{8}T[0-9]{6}Z")) {
            return false;
        }
        Duration age = Duration.between(TIME.parse(time, Instant::from), Instant.now());
        return age.abs().compareTo(SKEW) <= 0;
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void send(HttpExchange exchange, int status, String document) throws IOException {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
