package org.quantplatform.source.polygon.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.polygon.PolygonProvider;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Secret;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.testkit.ProviderSourceContract;

class PolygonSourceContractTest extends ProviderSourceContract {

    private static final URI FEED = URI.create("ws://127.0.0.1:1/stocks");

    private static final World WORLD = World.of(Country.US, 10);

    private PolygonProvider server;

    @BeforeEach
    void start() {
        server = new PolygonProvider(0, WORLD, Clock.systemUTC());
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected DataSource source() {
        return new PolygonSource(
                new PolygonSource.Access("polygon", server.address(), FEED, 0, () -> Secret.of(PolygonProvider.KEY)),
                new PolygonSource.Patience(6, Duration.ofMillis(1)),
                Clock.systemUTC());
    }

    @Override
    protected DataRequest request() {
        return new DataRequest(
                Set.of(DataKind.values()),
                Set.of(Market.US),
                List.of(),
                LocalDate.of(2023, 3, 1),
                LocalDate.of(2023, 3, 31),
                Map.of(),
                List.of());
    }

    @Override
    protected DataSource sourceWithoutKey() {
        return new PolygonSource(
                new PolygonSource.Access("polygon", server.address(), FEED, 0, () -> {
                    throw new PluginException("store it with: quant secret set polygon");
                }),
                new PolygonSource.Patience(6, Duration.ofMillis(1)),
                Clock.systemUTC());
    }

    @Override
    protected String key() {
        return PolygonProvider.KEY;
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
