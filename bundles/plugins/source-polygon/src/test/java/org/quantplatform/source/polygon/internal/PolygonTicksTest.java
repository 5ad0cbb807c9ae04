package org.quantplatform.source.polygon.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.polygon.PolygonProvider;
import org.quantplatform.fakes.polygon.PolygonStream;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Secret;
import org.quantplatform.spi.data.TickSource;
import org.quantplatform.testkit.TickSourceContract;

class PolygonTicksTest extends TickSourceContract {

    private static final World WORLD = World.of(Country.US, 10);

    private PolygonStream server;

    @BeforeEach
    void start() {
        server = new PolygonStream(0, WORLD, Clock.systemUTC(), Duration.ofMillis(30), Duration.ofSeconds(30));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TickSource source(String key) {
        return new PolygonSource(
                new PolygonSource.Access(
                        "polygon",
                        URI.create("http://127.0.0.1:1"),
                        URI.create(server.address() + "/stocks"),
                        0,
                        () -> Secret.of(key)),
                new PolygonSource.Patience(2, Duration.ofMillis(20)),
                Clock.systemUTC());
    }

    @Override
    protected TickSource source() {
        return source(PolygonProvider.KEY);
    }

    @Override
    protected Market market() {
        return Market.US;
    }

    @Override
    protected List<String> tickers() {
        return List.of("QZAA", "QZAB");
    }

    @Override
    protected double price(String ticker) {
        List<Bar> bars = WORLD.find(ticker).orElseThrow().bars(LocalDate.MIN, LocalDate.now(Market.US.zone()));
        return bars.get(bars.size() - 1).close();
    }

    @Override
    protected void dropConnections() {
        server.dropAll();
    }

    @Override
    protected long connections() {
        return server.counters().of("connections");
    }

    @Test
    void tellsQuotesBesideTrades() throws Exception {
        Collected sink = new Collected();
        TickSource.Stream stream = source().stream(Market.US, List.of("QZAA"), sink);
        try (stream) {
            await(() -> sink.ticks().stream().anyMatch(tick -> tick.bid() < tick.ask()));
        }
        assertThat(sink.ticks()).anyMatch(tick -> tick.size() == 100 && Double.isNaN(tick.bid()));
    }

    @Test
    void leavesOutOfAFrameOnlyWhatCannotBeRead() throws Exception {
        server.spoil();
        Collected sink = new Collected();
        TickSource.Stream stream = source().stream(Market.US, List.of("QZAA"), sink);
        try (stream) {
            await(() -> sink.ticks().size() > 2);
        }
        assertThat(sink.interruptions()).isEmpty();
    }

    @Test
    void endsForGoodWhenTheKeyIsRefusedAndDoesNotShowIt() throws Exception {
        Collected sink = new Collected();
        TickSource.Stream stream = source("a-wrong-key").stream(Market.US, List.of("QZAA"), sink);
        try (stream) {
            await(() -> !sink.ends().isEmpty());
        }
        assertThat(sink.ends()).containsExactly("the key is refused: authentication failed");
        assertThat(sink.ticks()).isEmpty();
        assertThat(connections()).isEqualTo(1);
    }

    @Test
    void waitsForItsTurnWhenAnotherConnectionUsesTheKey() throws Exception {
        Collected first = new Collected();
        Collected second = new Collected();
        TickSource.Stream holder = source().stream(Market.US, List.of("QZAA"), first);
        await(() -> !first.ticks().isEmpty());
        TickSource.Stream waiting = source().stream(Market.US, List.of("QZAB"), second);
        try (waiting) {
            await(() -> second.interruptions().contains("Maximum number of connections exceeded."));
            holder.close();
            await(() -> !second.ticks().isEmpty());
        }
        assertThat(second.ends()).isEmpty();
    }
}
