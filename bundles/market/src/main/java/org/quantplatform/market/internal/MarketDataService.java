package org.quantplatform.market.internal;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.core.data.ImportStore;
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.plugins.PluginRegistry;

/** Gives each caller its view of the market data. */
@Component(service = CallerService.class)
public final class MarketDataService implements CallerService<MarketData> {

    private final MarketStore market;
    private final CallerMarketData.Shelves shelves;
    private final Reception reception;

    @Activate
    public MarketDataService(
            @Reference ImportArea area,
            @Reference MarketStore market,
            @Reference ImportStore imports,
            @Reference JobQueue queue,
            @Reference PanelSource panels,
            @Reference PluginRegistry plugins,
            @Reference DataFiles files) {
        this.market = market;
        Almanac almanac = new Almanac(new Rulebook(plugins), market, Clock.systemUTC());
        this.shelves = new CallerMarketData.Shelves(almanac, panels, files);
        this.reception = new Reception(area, imports, queue, plugins);
    }

    @Override
    public Class<MarketData> type() {
        return MarketData.class;
    }

    @Override
    public MarketData forCaller(Caller caller) {
        return new CallerMarketData(caller, market, shelves, reception);
    }
}
