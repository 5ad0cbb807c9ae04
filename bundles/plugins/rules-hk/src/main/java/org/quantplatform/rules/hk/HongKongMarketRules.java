package org.quantplatform.rules.hk;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Market;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.spi.market.TableRules;

/** Rules and calendar of Hong Kong, as the texts of this bundle state them. */
@Component(service = MarketRules.class)
@Plugin(id = "hk", title = "Rules and calendar of Hong Kong")
public final class HongKongMarketRules extends TableRules {

    public HongKongMarketRules() {
        super(Market.HK);
    }
}
