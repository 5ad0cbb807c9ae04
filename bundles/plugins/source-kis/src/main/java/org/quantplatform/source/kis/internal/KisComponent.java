package org.quantplatform.source.kis.internal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.SourceInstance;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.secret.Secrets;

/** One configured source; without a configuration there is one with the defaults. */
@Component(service = KisComponent.class, immediate = true, configurationPid = "org.quantplatform.source.kis")
@Designate(ocd = KisConfig.class, factory = true)
public final class KisComponent {

    private static final String KIND = "kis";
    private static final String TITLE = "KIS: Korea, and shares abroad";
    private static final int SECONDS = 60;

    private final KisSource source;
    private final ServiceRegistration<DataSource> registration;

    /** @throws IllegalArgumentException when a setting is wrong; the message names it */
    @Activate
    public KisComponent(
            BundleContext context, @Reference Secrets secrets, KisConfig config, Map<String, Object> properties) {
        String id = SourceInstance.id(KIND, properties);
        String key = config.key_secret().isBlank() ? id + "-key" : config.key_secret();
        String secret = config.secret_secret().isBlank() ? id + "-secret" : config.secret_secret();
        KisSetup setup = new KisSetup(
                id,
                place(config, context.getProperty("karaf.data")),
                new KisSetup.Choice(
                        markets(config.markets()),
                        oneOf("accounts", config.accounts(), "off", "deadline").equals("deadline"),
                        oneOf("customer", config.customer(), "P", "B"),
                        config.hts_id().strip()),
                KisSetup.Patience.usual(),
                () -> new Account(SourceInstance.key(secrets, key, id), SourceInstance.key(secrets, secret, id)));
        source = new KisSource(setup, Clock.systemUTC());
        registration = SourceInstance.register(
                context, id, id.equals(KIND) ? TITLE : TITLE + ", " + id.substring(KIND.length() + 1), source);
    }

    static KisSetup.Place place(KisConfig config, @Nullable String data) {
        boolean paper = oneOf("account", config.account(), "real", "paper").equals("paper");
        String feed = paper ? KisSetup.PAPER_FEED : KisSetup.REAL_FEED;
        URI host = paper ? KisSetup.PAPER : KisSetup.REAL;
        double usual = paper ? KisSetup.PAPER_PER_MINUTE : KisSetup.REAL_PER_MINUTE;
        int perSecond = config.requests_per_second();
        boolean kept = config.keep_token() && data != null;
        return new KisSetup.Place(
                config.address().isBlank() ? host : URI.create(config.address().strip()),
                URI.create(config.symbols_address().strip()),
                URI.create(
                        config.feed_address().isBlank()
                                ? feed
                                : config.feed_address().strip()),
                paper,
                perSecond > 0 ? perSecond * (double) SECONDS : usual,
                kept ? Path.of(data, "sources") : null);
    }

    static Set<Market> markets(String text) {
        Set<Market> markets = EnumSet.noneOf(Market.class);
        Arrays.stream(text.split(","))
                .filter(word -> !word.isBlank())
                .forEach(word -> markets.add(Market.find(word)
                        .filter(KisSetup.MARKETS::contains)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "markets: '" + word.strip() + "' is none of KR, US, HK, JP, CN, VN"))));
        if (markets.isEmpty()) {
            throw new IllegalArgumentException("markets: at least one is needed");
        }
        return markets;
    }

    private static String oneOf(String name, String value, String one, String other) {
        String stripped = value.strip();
        if (!stripped.equals(one) && !stripped.equals(other)) {
            throw new IllegalArgumentException(name + ": must be " + one + " or " + other + ", was '" + stripped + "'");
        }
        return stripped;
    }

    @Deactivate
    void leave() {
        registration.unregister();
        source.close();
    }
}
