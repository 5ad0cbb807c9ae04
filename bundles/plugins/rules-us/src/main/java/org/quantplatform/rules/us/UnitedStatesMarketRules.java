package org.quantplatform.rules.us;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Market;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.spi.market.TableRules;

/** Rules and calendar of the United States, as the texts of this bundle state them. */
@Component(service = MarketRules.class)
@Plugin(id = "us", title = "Rules and calendar of the United States")
public final class UnitedStatesMarketRules extends TableRules {

    public UnitedStatesMarketRules() {
        super(Market.US);
    }
}
