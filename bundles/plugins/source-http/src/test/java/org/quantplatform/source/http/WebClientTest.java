package org.quantplatform.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.polygon.PolygonProvider;

class WebClientTest {

    private static final Secret KEY = Secret.of(PolygonProvider.KEY);

    private final FakePace pace = new FakePace();
    private PolygonProvider server;

    @BeforeEach
    void start() {
        server = new PolygonProvider(0, World.of(Country.US, 10), Clock.systemUTC());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WebClient client(Conduct conduct, int maxBytes) {
        WebClient.Settings settings = new WebClient.Settings(
                "polygon", List.of(KEY), Duration.ofSeconds(30), maxBytes, 4, Duration.ofSeconds(1));
        return new WebClient(settings, conduct, new RateLimit(0, 1, pace), pace);
    }

    private static Conduct bearer() {
        return new Conduct() {
            @Override
            public WebRequest signed(WebRequest request) {
                return request.withHeader("Authorization", "Bearer " + KEY.reveal());
            }
        };
    }

    private WebRequest tickers() {
        return WebRequest.get(WebRequest.uri(server.address(), "/v3/reference/tickers", Map.of("limit", "3")));
    }

    @Test
    void getsCompressedJson() throws IOException {
        WebAnswer answer = client(bearer(), 1_000_000).send(tickers(), () -> false);
        assertThat(answer.header("content-encoding")).hasValue("gzip");
        assertThat(JsonRow.of(answer).rows("results")).hasSize(3);
    }

    @Test
    void repeatsAfterServerErrorsDroppedConnectionsAndRateLimits() throws IOException {
        for (Fault fault : List.of(Fault.SERVER_ERROR, Fault.DROPPED, Fault.RATE_LIMIT)) {
            server.faults().next(fault, 2);
            assertThat(client(bearer(), 1_000_000).send(tickers(), () -> false).status())
                    .as(fault.name())
                    .isEqualTo(200);
        }
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysWhy() {
        server.faults().every(Fault.SERVER_ERROR, 1);
        assertThatThrownBy(() -> client(bearer(), 1_000_000).send(tickers(), () -> false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("polygon did not answer in 4 attempts")
                .hasMessageContaining("HTTP status 500");
        assertThat(server.counters().total()).isEqualTo(4);
        assertThat(pace.seconds()).isEqualTo(1 + 2 + 4);
    }

    @Test
    void takesNoForAnAnswerAtOnce() {
        WebClient client = client(new Conduct() {}, 1_000_000);
        assertThatThrownBy(() -> client.send(tickers(), () -> false))
                .isInstanceOf(ProviderRefusal.class)
                .satisfies(e -> assertThat(((ProviderRefusal) e).status()).isEqualTo(401));
        assertThat(server.counters().total()).isEqualTo(1);
    }

    @Test
    void refusesLongBodies() {
        assertThatThrownBy(() -> client(bearer(), 500).send(tickers(), () -> false))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("longer than 500 bytes");
    }

    @Test
    void endsWhenCancelled() {
        server.faults().every(Fault.SERVER_ERROR, 1);
        AtomicInteger looks = new AtomicInteger();
        assertThatThrownBy(() -> client(bearer(), 1_000_000).send(tickers(), () -> looks.incrementAndGet() > 3))
                .isInstanceOf(FetchCancelled.class);
    }

    @Test
    void showsNoKeyWhenNobodyAnswers() {
        WebRequest request = WebRequest.get(URI.create("http://127.0.0.1:1/v3/reference/tickers"))
                .withParameter("apiKey", KEY.reveal());
        assertThatThrownBy(() -> client(new Conduct() {}, 1_000_000).send(request, () -> false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no connection to 127.0.0.1")
                .hasMessageNotContaining(KEY.reveal());
    }

    @Test
    void renewsOncePerRequest() {
        AtomicInteger renewals = new AtomicInteger();
        Conduct conduct = new Conduct() {
            @Override
            public Verdict verdict(WebAnswer answer) {
                return answer.status() == 401
                        ? new Verdict.Renew("401", "not let in with " + KEY.reveal())
                        : Conduct.byStatus(answer, "no");
            }

            @Override
            public void renew() {
                renewals.incrementAndGet();
            }
        };
        assertThatThrownBy(() -> client(conduct, 1_000_000).send(tickers(), () -> false))
                .isInstanceOf(ProviderRefusal.class)
                .hasMessage("polygon: not let in with ***");
        assertThat(renewals).hasValue(1);
    }

    @Test
    void keepsPausesThatTheProviderAsksFor() {
        WebAnswer seconds =
                new WebAnswer(429, Map.of("retry-after", List.of("17")), new byte[0], URI.create("http://h/p"));
        assertThat(Conduct.retryAfter(seconds, Clock.systemUTC())).isEqualTo(Duration.ofSeconds(17));
        WebAnswer nonsense =
                new WebAnswer(429, Map.of("retry-after", List.of("soon")), new byte[0], URI.create("http://h/p"));
        assertThat(Conduct.retryAfter(nonsense, Clock.systemUTC())).isNull();
    }

    @Test
    void stopsAPageThatComesTwice() throws IOException {
        Pages pages = new Pages("the list of tickers");
        pages.visit("a");
        pages.visit("b");
        assertThatThrownBy(() -> pages.visit("a"))
                .hasMessage("the list of tickers: the provider sent the same page twice");
    }
}
