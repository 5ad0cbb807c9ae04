package org.quantplatform.source.polygon.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.source.http.SourceInstance;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.secret.Secrets;

/** One configured source; without a configuration there is one with the defaults. */
@Component(service = PolygonComponent.class, immediate = true, configurationPid = "org.quantplatform.source.polygon")
@Designate(ocd = PolygonConfig.class, factory = true)
public final class PolygonComponent {

    private static final String KIND = "polygon";
    private static final String TITLE = "Polygon (Massive): US stocks";

    private final PolygonSource source;
    private final ServiceRegistration<DataSource> registration;

    @Activate
    public PolygonComponent(
            BundleContext context, @Reference Secrets secrets, PolygonConfig config, Map<String, Object> properties) {
        String id = SourceInstance.id(KIND, properties);
        source = new PolygonSource(
                new PolygonSource.Access(
                        id,
                        URI.create(config.address()),
                        URI.create(config.feed_address()),
                        Math.max(0, config.requests_per_minute()),
                        () -> SourceInstance.key(secrets, config.key_secret(), id)),
                new PolygonSource.Patience(6, Duration.ofSeconds(1)),
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
