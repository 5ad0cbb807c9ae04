package org.quantplatform.rules.cn;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Market;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.spi.market.TableRules;

/** Rules and calendar of mainland China, as the texts of this bundle state them. */
@Component(service = MarketRules.class)
@Plugin(id = "cn", title = "Rules and calendar of mainland China")
public final class ChinaMarketRules extends TableRules {

    public ChinaMarketRules() {
        super(Market.CN);
    }
}
