package org.quantplatform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.users.NewUser;
import org.quantplatform.api.users.Users;
import org.quantplatform.client.ClientSettings.Token;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** A server that takes the token {@code new} only. */
class TokenRenewalTest {

    private static final String NONE = "{\"users\":[],\"page\":1,\"limit\":50,\"total\":0,\"has_more\":false}";
    private static final String REFUSED = "{\"code\":\"unauthenticated\",\"detail\":\"the token has expired\"}";

    private final List<String> bodies = new ArrayList<>();
    private final AtomicInteger renewals = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean good = "Bearer new".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        synchronized (bodies) {
            bodies.add(body);
        }
        byte[] answer = (good ? NONE : REFUSED).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", good ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(good ? 200 : 401, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Users users(TokenRenewal renewal) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        ClientSettings settings = ClientSettings.of(address, Optional.of(Token.bearer("old")));
        return HttpPlatform.renewing(settings, exchange -> {}, renewal)
                .session()
                .users();
    }

    private Optional<Token> renew(Token refused) {
        renewals.incrementAndGet();
        return Optional.of(Token.bearer(refused.equals(Token.bearer("old")) ? "new" : "wrong"));
    }

    @Test
    void manyRefusedAtOnceRenewOnce() throws Exception {
        Users users = users(this::renew);
        List<Callable<Long>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(() -> users.list(PageRequest.FIRST).total());
        }
        ExecutorService callers = Executors.newFixedThreadPool(20);
        try {
            for (Future<Long> call : callers.invokeAll(calls)) {
                assertThat(call.get(60, TimeUnit.SECONDS)).isZero();
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(renewals).hasValue(1);
    }

    @Test
    void sendsTheSameBodyAgain() {
        users(this::renew).create(new NewUser("ann", null, null, null));

        assertThat(bodies).hasSize(2);
        assertThat(bodies.get(0)).isEqualTo(bodies.get(1)).contains("ann");
    }

    @Test
    void givesUpWhenTheNewTokenIsRefusedToo() {
        Users users = users(refused -> Optional.of(Token.bearer("wrong")));

        assertThatThrownBy(() -> users.list(PageRequest.FIRST)).hasMessage("the token has expired");
        assertThat(bodies).hasSize(2);
    }

    @Test
    void tellsTheRefusalWhenThereIsNoOtherToken() {
        assertThatThrownBy(() -> users(TokenRenewal.NONE).list(PageRequest.FIRST))
                .isInstanceOfSatisfying(
                        QuantException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHENTICATED));
        assertThat(bodies).hasSize(1);
    }
}
