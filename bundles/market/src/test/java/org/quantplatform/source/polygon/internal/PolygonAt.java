package org.quantplatform.source.polygon.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.quantplatform.source.http.Secret;
import org.quantplatform.spi.data.DataSource;

/** The source at a server on this machine, with two short attempts for each request. */
public final class PolygonAt {

    private PolygonAt() {}

    public static DataSource source(URI address, String key, Clock clock) {
        return new PolygonSource(
                new PolygonSource.Access("polygon", address, URI.create("ws://127.0.0.1:1"), 0, () -> Secret.of(key)),
                new PolygonSource.Patience(2, Duration.ofMillis(1)),
                clock);
    }
}
