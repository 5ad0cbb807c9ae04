package org.quantplatform.source.yfinance.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.quantplatform.spi.data.DataSource;

/** The source at a server on this machine, with two short attempts for each request. */
public final class YahooAt {

    private YahooAt() {}

    public static DataSource source(URI address, Clock clock) {
        return new YahooSource(
                new YahooSource.Access(
                        "yfinance", address, address, address, URI.create("ws://127.0.0.1:1/?version=2"), 0),
                new YahooSource.Patience(2, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(15)),
                clock);
    }
}
