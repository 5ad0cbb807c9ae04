package org.quantplatform.source.yfinance.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.source.http.SourceInstance;
import org.quantplatform.spi.data.DataSource;

/** One configured source; without a configuration there is one with the defaults. */
@Component(service = YahooComponent.class, immediate = true, configurationPid = "org.quantplatform.source.yfinance")
@Designate(ocd = YahooConfig.class, factory = true)
public final class YahooComponent {

    private static final String KIND = "yfinance";
    private static final String TITLE = "Yahoo Finance, as yfinance asks it";
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final YahooSource source;
    private final ServiceRegistration<DataSource> registration;

    @Activate
    public YahooComponent(BundleContext context, YahooConfig config, Map<String, Object> properties) {
        String id = SourceInstance.id(KIND, properties);
        source = new YahooSource(
                new YahooSource.Access(
                        id,
                        URI.create(config.address()),
                        URI.create(config.crumb_address()),
                        URI.create(config.cookie_address()),
                        URI.create(config.feed_address()),
                        Math.max(0, config.requests_per_minute())),
                new YahooSource.Patience(5, Duration.ofSeconds(2), QUIET, AGAIN),
                Clock.systemUTC());
        registration = SourceInstance.register(
                context, id, id.equals(KIND) ? TITLE : TITLE + ", " + id.substring(KIND.length() + 1), source);
    }

    @Deactivate
    void leave() {
        registration.unregister();
        source.close();
    }
}
