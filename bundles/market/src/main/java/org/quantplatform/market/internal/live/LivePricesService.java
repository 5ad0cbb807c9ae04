package org.quantplatform.market.internal.live;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LivePrices;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.api.data.LiveStream;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.plugins.PluginRegistry;

/** Gives each caller the live prices, which belong to all; only how much is watched is counted by caller. */
@Component(service = CallerService.class, configurationPid = "org.quantplatform.market.live")
@Designate(ocd = LiveSettings.class)
public final class LivePricesService implements CallerService<LivePrices> {

    private final LiveHub hub;

    @Activate
    public LivePricesService(LiveSettings settings, @Reference PluginRegistry plugins) {
        this(new LiveHub(
                plugins, new LiveHub.Limits(settings.max_tickers(), settings.max_watches()), LiveHub.Timing.USUAL));
    }

    LivePricesService(LiveHub hub) {
        this.hub = hub;
    }

    @Deactivate
    public void stop() {
        hub.close();
    }

    @Override
    public Class<LivePrices> type() {
        return LivePrices.class;
    }

    @Override
    public LivePrices forCaller(Caller caller) {
        return new LivePrices() {

            @Override
            public List<LiveStream> streams() {
                return hub.streams();
            }

            @Override
            public Watch watch(LiveQuery query, Consumer<LiveEvent> listener) {
                return hub.watch(caller.userId(), query, listener);
            }
        };
    }
}
