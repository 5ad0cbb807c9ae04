package org.quantplatform.source.yfinance.internal;

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
import org.quantplatform.fakes.yfinance.YahooStream;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.TickSource;
import org.quantplatform.testkit.TickSourceContract;

class YahooTicksTest extends TickSourceContract {

    private static final int COMPANIES = 10;
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private YahooStream server;

    @BeforeEach
    void start() {
        server = new YahooStream(0, COMPANIES, Clock.systemUTC(), Duration.ofMillis(30), Duration.ofMillis(400));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected TickSource source() {
        return new YahooSource(
                new YahooSource.Access(
                        "yfinance", NOBODY, NOBODY, NOBODY, URI.create(server.address() + "/?version=2"), 0),
                new YahooSource.Patience(1, Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofMillis(100)),
                Clock.systemUTC());
    }

    @Override
    protected Market market() {
        return Market.KR;
    }

    @Override
    protected List<String> tickers() {
        return List.of("980010", "980040");
    }

    @Override
    protected double price(String ticker) {
        List<Bar> bars = World.of(Country.KR, COMPANIES)
                .find(ticker)
                .orElseThrow()
                .bars(LocalDate.MIN, LocalDate.now(Market.KR.zone()));
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
    void saysAgainAndAgainWhatIsWanted() throws Exception {
        Collected sink = new Collected();
        TickSource.Stream stream = source().stream(Market.KR, tickers(), sink);
        try (stream) {
            await(() -> server.counters().of("subscribe") >= 8);
            int told = sink.ticks().size();
            await(() -> sink.ticks().size() > told + 4);
        }
        assertThat(connections()).isEqualTo(1);
    }
}
