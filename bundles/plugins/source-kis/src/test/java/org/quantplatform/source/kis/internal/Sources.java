package org.quantplatform.source.kis.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.kis.KisProvider;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Secret;
import org.quantplatform.spi.PluginException;

/** Sources that ask servers on this machine. */
final class Sources {

    static final World KOREA = World.of(Country.KR, 40);
    static final World AMERICA = World.of(Country.US, 40);
    static final KisProvider.Setup UNLIMITED = new KisProvider.Setup(false, 0, false);

    private Sources() {}

    static KisProvider server(KisProvider.Setup setup) {
        return server(setup, Clock.systemUTC());
    }

    static KisProvider server(KisProvider.Setup setup, Clock clock) {
        KisProvider server = newServer(setup, clock);
        server.start();
        return server;
    }

    static KisProvider newServer(KisProvider.Setup setup, Clock clock) {
        return new KisProvider(0, KOREA, AMERICA, clock, setup);
    }

    static KisSource sourceWithoutKey(KisProvider server, Clock clock) {
        KisSetup setup = setup(server, null);
        return new KisSource(
                new KisSetup("kis", setup.place(), setup.choice(), setup.patience(), () -> {
                    throw new PluginException("source 'kis' has no key: store it with: quant secret set kis-key");
                }),
                clock);
    }

    static KisSource source(KisProvider server) {
        return new KisSource(setup(server, null), Clock.systemUTC());
    }

    static KisSetup setup(KisProvider server, @Nullable Path tokens) {
        return setup(server, tokens, URI.create("ws://127.0.0.1:1"));
    }

    static KisSetup setup(KisProvider server, @Nullable Path tokens, URI feed) {
        return setup(server, tokens, feed, "");
    }

    static KisSetup setup(KisProvider server, @Nullable Path tokens, URI feed, String customerId) {
        return new KisSetup(
                "kis",
                new KisSetup.Place(server.address(), server.address(), feed, false, 0, tokens),
                new KisSetup.Choice(Set.of(Market.KR, Market.US), true, "P", customerId),
                new KisSetup.Patience(6, Duration.ofMillis(1), Duration.ofSeconds(3)),
                () -> account());
    }

    static Account account() {
        return new Account(Secret.of(KisProvider.KEY), Secret.of(KisProvider.SECRET));
    }
}
