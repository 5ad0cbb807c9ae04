package org.quantplatform.market.internal;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.data.Updates;
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.core.data.ScheduleStore;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.plugins.PluginRegistry;

/** Gives each caller the updates of market data. */
@Component(service = CallerService.class, configurationPid = "org.quantplatform.market")
public final class UpdatesService implements CallerService<Updates> {

    private final UpdateDesk desk;
    private final ScheduleDesk schedules;
    private final CallerUpdates.Stores stores;
    private final CallerUpdates.Markets markets;

    @Activate
    public UpdatesService(
            MarketSettings settings,
            @Reference UpdateStore updates,
            @Reference ScheduleStore schedules,
            @Reference MarketStore market,
            @Reference JobQueue queue,
            @Reference PluginRegistry plugins) {
        this(
                new CallerUpdates.Stores(updates, market, schedules),
                queue,
                plugins,
                new CallerUpdates.Markets(new Rulebook(plugins), new SourceChains(settings), Clock.systemUTC()));
    }

    UpdatesService(CallerUpdates.Stores stores, JobQueue queue, PluginRegistry plugins, CallerUpdates.Markets markets) {
        this.stores = stores;
        this.markets = markets;
        this.desk = new UpdateDesk(stores.updates(), queue, plugins, markets.chains(), markets.clock());
        Timetable timetable = new Timetable(markets.rules(), new SourceNames(plugins, markets.chains()));
        this.schedules = new ScheduleDesk(stores.schedules(), desk, timetable, markets.clock());
    }

    @Override
    public Class<Updates> type() {
        return Updates.class;
    }

    @Override
    public Updates forCaller(Caller caller) {
        return new CallerUpdates(caller, new CallerUpdates.Desks(desk, schedules), stores, markets);
    }
}
