package org.quantplatform.source.akshare.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.akshare.AkToolsProvider;
import org.quantplatform.fakes.akshare.EastmoneyProvider;

/** Sources that ask servers on this machine. */
final class Sources {

    static final World CHINA = World.of(Country.CN, 40);
    static final int LOT = 100;

    private Sources() {}

    static AkShareSource source(EastmoneyProvider server) {
        return source(server.address(), null, 5);
    }

    static AkShareSource source(AkToolsProvider server) {
        return source(URI.create("http://127.0.0.1:1"), server.address(), 5);
    }

    static AkShareSource source(URI hosts, @Nullable URI tools, int attempts) {
        return source(hosts, tools, attempts, Clock.systemUTC());
    }

    static AkShareSource source(URI hosts, @Nullable URI tools, int attempts, Clock clock) {
        return new AkShareSource(
                new AkShareSetup(
                        "akshare",
                        Eastmoney.Hosts.all(hosts),
                        tools,
                        0,
                        new AkShareSetup.Patience(attempts, Duration.ofMillis(1), Duration.ofSeconds(60))),
                clock);
    }
}
