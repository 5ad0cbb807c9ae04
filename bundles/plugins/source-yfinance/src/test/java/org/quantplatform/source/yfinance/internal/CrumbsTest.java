package org.quantplatform.source.yfinance.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quantplatform.fakes.yfinance.YahooProvider;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.Pace;
import org.quantplatform.source.http.RateLimit;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.testkit.FakeDataSink;

/** Getting a cookie and a crumb, against a server that hands out nothing else. */
class CrumbsTest {

    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicInteger crumbs = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final CountDownLatch isAsked = new CountDownLatch(1);
    private HttpServer server;
    private int status = 200;
    private String cookie = "A3=abc; Path=/";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            if (!cookie.isEmpty()) {
                exchange.getResponseHeaders().set("Set-Cookie", cookie);
            }
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.createContext("/v1/test/getcrumb", exchange -> {
            isAsked.countDown();
            byte[] body = ("crumb" + crumbs.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private Crumbs crumbsOfServer() {
        WebClient client = new WebClient(
                WebClient.Settings.usual("yfinance").with(2, SHORT),
                YahooConduct.plain(SHORT),
                new RateLimit(0, 1, Pace.real()),
                Pace.real());
        return new Crumbs(client, address(), address());
    }

    @Test
    void keepsThePairThatAnotherThreadHasRenewed() throws IOException {
        Crumbs pairs = crumbsOfServer();
        Crumbs.Pair old = pairs.current(() -> false);
        Crumbs.Pair renewed = pairs.after(old, () -> false);
        assertThat(renewed).isNotEqualTo(old);
        assertThat(pairs.after(old, () -> false)).isEqualTo(renewed);
        assertThat(pairs.current(() -> false)).isEqualTo(renewed);
        assertThat(crumbs).hasValue(2);
    }

    @Test
    void asksOnceForManyThreads() throws Exception {
        Crumbs pairs = crumbsOfServer();
        List<Future<Crumbs.Pair>> all = threads.invokeAll(Collections.nCopies(8, () -> pairs.current(() -> false)));
        for (Future<Crumbs.Pair> each : all) {
            assertThat(each.get()).isEqualTo(new Crumbs.Pair("A3=abc", "crumb1"));
        }
        assertThat(crumbs).hasValue(1);
    }

    @Test
    @Timeout(20)
    void whoWaitsForAnothersCrumbCanBeCancelled() throws Exception {
        server.removeContext("/v1/test/getcrumb");
        server.createContext("/v1/test/getcrumb", exchange -> {
            isAsked.countDown();
            try {
                mayAnswer.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        Crumbs pairs = crumbsOfServer();
        AtomicBoolean cancelled = new AtomicBoolean();
        Future<Crumbs.Pair> first = threads.submit(() -> pairs.current(cancelled::get));
        isAsked.await();
        assertThatThrownBy(() -> pairs.current(() -> true)).isInstanceOf(FetchCancelled.class);
        cancelled.set(true);
        assertThatThrownBy(() -> first.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(FetchCancelled.class);
    }

    private FakeDataSink fetched() throws IOException {
        FakeDataSink sink = FakeDataSink.patient();
        try (YahooProvider charts = new YahooProvider(0, Sources.COMPANIES, Clock.systemUTC())) {
            charts.start();
            YahooSource source = new YahooSource(
                    new YahooSource.Access("yfinance", charts.address(), address(), address(), address(), 0),
                    new YahooSource.Patience(4, SHORT, SHORT, Duration.ofSeconds(15)),
                    Clock.systemUTC());
            source.fetch(
                    new DataRequest(
                            Set.of(DataKind.INSTRUMENTS, DataKind.DAILY_BARS),
                            Set.of(Market.US),
                            List.of("QZAA", "QZAB"),
                            null,
                            null,
                            Map.of("from", "2024-01-02", "to", "2024-01-05"),
                            List.of()),
                    sink);
            source.close();
        }
        return sink;
    }

    private void assertAllButTheSector(FakeDataSink sink, String reason) {
        assertThat(sink.instruments()).extracting(Instrument::sector).containsExactly(null, null);
        assertThat(sink.bars()).hasSize(8);
        assertThat(sink.refusals())
                .containsExactly(
                        new FakeDataSink.Refusal(0, "QZAA", "", reason),
                        new FakeDataSink.Refusal(0, "QZAB", "", reason));
    }

    @Test
    void deliversAllButTheSectorWhereThereIsNoCookie() throws IOException {
        cookie = "";
        assertAllButTheSector(fetched(), "no sector: 127.0.0.1 gave no cookie");
        assertThat(crumbs).hasValue(0);
    }

    @Test
    void deliversAllButTheSectorWhereCrumbsAreTooManyRequests() throws IOException {
        status = 429;
        assertAllButTheSector(
                fetched(),
                "no sector: yfinance did not answer in 2 attempts; the last: 127.0.0.1/v1/test/getcrumb answered: too"
                        + " many requests");
        assertThat(crumbs).as("asked for two shares").hasValue(2);
    }

    @Test
    void deliversAllButTheSectorWhereNoCrumbIsEverGoodEnough() throws IOException {
        FakeDataSink sink = fetched();
        assertThat(crumbs).hasValue(2);
        assertThat(sink.bars()).hasSize(8);
        assertThat(sink.refusals()).hasSize(2).allMatch(refusal -> refusal.reason()
                .endsWith("Invalid Crumb"));
    }
}
