package org.quantplatform.source.yfinance.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.yfinance.YahooProvider;

/** Sources that ask servers on this machine. */
final class Sources {

    static final int COMPANIES = 10;
    static final World AMERICA = World.of(Country.US, COMPANIES);

    private static final URI NO_FEED = URI.create("ws://127.0.0.1:1/?version=2");

    private Sources() {}

    static YahooSource source(YahooProvider server, Clock clock) {
        return new YahooSource(
                new YahooSource.Access("yfinance", server.address(), server.address(), server.address(), NO_FEED, 0),
                new YahooSource.Patience(6, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(15)),
                clock);
    }
}
