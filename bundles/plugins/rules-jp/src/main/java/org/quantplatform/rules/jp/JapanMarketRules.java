package org.quantplatform.rules.jp;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Market;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.spi.market.TableRules;

/** Rules and calendar of Japan, as the texts of this bundle state them. */
@Component(service = MarketRules.class)
@Plugin(id = "jp", title = "Rules and calendar of Japan")
public final class JapanMarketRules extends TableRules {

    public JapanMarketRules() {
        super(Market.JP);
    }
}
