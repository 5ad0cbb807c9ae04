package org.quantplatform.source.akshare.internal;

import java.net.URI;
import java.time.Clock;
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
@Component(service = AkShareComponent.class, immediate = true, configurationPid = "org.quantplatform.source.akshare")
@Designate(ocd = AkShareConfig.class, factory = true)
public final class AkShareComponent {

    private static final String KIND = "akshare";
    private static final String TITLE = "AKShare (Eastmoney): Chinese stocks";

    private final AkShareSource source;
    private final ServiceRegistration<DataSource> registration;

    /** @throws IllegalArgumentException when a setting is wrong */
    @Activate
    public AkShareComponent(BundleContext context, AkShareConfig config, Map<String, Object> properties) {
        String id = SourceInstance.id(KIND, properties);
        AkShareSetup setup = new AkShareSetup(
                id,
                new Eastmoney.Hosts(
                        address(config.history_address()),
                        address(config.list_address()),
                        address(config.accounts_address()),
                        address(config.events_address())),
                config.tools_address().isBlank() ? null : address(config.tools_address()),
                Math.max(0, config.requests_per_minute()),
                AkShareSetup.Patience.USUAL);
        source = new AkShareSource(setup, Clock.systemUTC());
        registration = SourceInstance.register(
                context, id, id.equals(KIND) ? TITLE : TITLE + ", " + id.substring(KIND.length() + 1), source);
    }

    private static URI address(String text) {
        return URI.create(text.strip());
    }

    @Deactivate
    void leave() {
        registration.unregister();
        source.close();
    }
}
