package org.quantplatform.source.yfinance.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.yfinance.YahooProvider;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.testkit.ProviderSourceContract;

class YahooSourceContractTest extends ProviderSourceContract {

    private static final URI FEED = URI.create("ws://127.0.0.1:1/?version=2");

    private static final int COMPANIES = 10;
    private static final World WORLD = World.of(Country.US, COMPANIES);

    private YahooProvider server;

    @BeforeEach
    void start() {
        server = new YahooProvider(0, COMPANIES, Clock.systemUTC());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected DataSource source() {
        return new YahooSource(
                new YahooSource.Access("yfinance", server.address(), server.address(), server.address(), FEED, 0),
                new YahooSource.Patience(6, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(15)),
                Clock.systemUTC());
    }

    @Override
    protected DataRequest request() {
        return new DataRequest(
                Set.of(DataKind.values()),
                Set.of(Market.US),
                List.of("QZAA", "QZAB", "QZAE"),
                LocalDate.of(2023, 3, 1),
                LocalDate.of(2023, 3, 31),
                Map.of(),
                List.of());
    }

    @Override
    protected @Nullable DataSource sourceWithoutKey() {
        return null;
    }

    @Override
    protected String key() {
        return "";
    }

    @Override
    protected Map<String, String> accountOptions() {
        return Map.of("publication_lag", "60");
    }

    /** There is no key, and charts need no crumb. */
    @Override
    protected Set<Trouble> unknownTroubles() {
        return Set.of(Trouble.REVOKED_KEY);
    }

    @Override
    protected void every(Trouble trouble, int count) {
        server.faults().every(Fault.valueOf(trouble.name()), count);
    }

    @Override
    protected long requests() {
        return server.counters().total();
    }

    @Override
    protected Known plain() {
        return Shares.known(WORLD.company(5));
    }

    @Override
    protected Known split() {
        return Shares.known(WORLD.company(1));
    }

    @Override
    protected Known delisted() {
        return Shares.known(WORLD.company(2));
    }
}
