package org.quantplatform.source.polygon.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.polygon.PolygonProvider;
import org.quantplatform.source.http.Secret;
import org.quantplatform.spi.PluginException;

/** Sources that ask servers on this machine. */
final class Sources {

    static final World AMERICA = World.of(Country.US, 10);

    private static final URI NO_FEED = URI.create("ws://127.0.0.1:1/stocks");

    private Sources() {}

    static PolygonSource source(PolygonProvider server, Clock clock) {
        return source(server, clock, () -> Secret.of(PolygonProvider.KEY));
    }

    static PolygonSource sourceWithoutKey(PolygonProvider server, Clock clock) {
        return source(server, clock, () -> {
            throw new PluginException("store it with: quant secret set polygon");
        });
    }

    private static PolygonSource source(PolygonProvider server, Clock clock, Supplier<Secret> key) {
        return new PolygonSource(
                new PolygonSource.Access("polygon", server.address(), NO_FEED, 0, key),
                new PolygonSource.Patience(6, Duration.ofMillis(1)),
                clock);
    }
}
