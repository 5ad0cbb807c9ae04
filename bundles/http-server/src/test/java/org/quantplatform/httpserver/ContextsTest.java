package org.quantplatform.httpserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A context that is started anew while requests come, as Pax Web does when a bundle brings more. */
class ContextsTest {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final CountDownLatch within = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final ContextHandler context = new ContextHandler(new Slow(), "/");

    @BeforeEach
    void start() throws Exception {
        ContextHandlerCollection contexts = new ContextHandlerCollection(true);
        server.setHandler(contexts);
        Gateway.guard(server, "", "");
        contexts.addHandler(context);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private CompletableFuture<Integer> get(String path) {
        URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
        return HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode);
    }

    @Test
    void waitsForThoseWithinAndLetsNobodyInMeanwhile() throws Exception {
        CompletableFuture<Integer> first = get("/slow");
        assertThat(within.await(5, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> restart = CompletableFuture.runAsync(() -> {
            try {
                context.stop();
                context.start();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Assertions.assertThatThrownBy(() -> restart.get(500, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        assertThat(get("/other").get(5, TimeUnit.SECONDS)).isEqualTo(503);
        Assertions.assertThatThrownBy(() -> restart.get(200, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        goOn.countDown();
        assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(200);
        restart.get(5, TimeUnit.SECONDS);
        assertThat(get("/other").get(5, TimeUnit.SECONDS)).isEqualTo(200);
    }

    /** Pax Web's contexts forget their listeners when they stop. */
    @Test
    void opensAgainAfterEachRestart() throws Exception {
        Contexts contexts = new Contexts();
        ContextHandler forgetful = new ContextHandler(new Slow(), "/");
        forgetful.setServer(server);
        contexts.watch(forgetful);
        contexts.awaitFirst();
        forgetful.start();
        for (int restart = 0; restart < 3; restart++) {
            assertThat(contexts.enter()).as("before restart %d", restart).isTrue();
            contexts.leave();
            forgetful.stop();
            forgetful.setEventListeners(List.of());
            assertThat(contexts.enter()).as("in restart %d", restart).isFalse();
            forgetful.start();
        }
        forgetful.stop();
    }

    @Test
    void watchesAContextThatRunsAlready() throws Exception {
        Contexts contexts = new Contexts();
        contexts.awaitFirst();
        contexts.watch(context);
        assertThat(contexts.enter()).isTrue();
        contexts.leave();
        context.stop();
        assertThat(contexts.enter()).isFalse();
    }

    private final class Slow extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            if (Request.getPathInContext(request).equals("/slow")) {
                within.countDown();
                goOn.await();
            }
            callback.succeeded();
            return true;
        }
    }
}
