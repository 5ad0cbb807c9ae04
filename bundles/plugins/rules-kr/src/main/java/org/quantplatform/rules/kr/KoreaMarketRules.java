package org.quantplatform.rules.kr;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Market;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.market.MarketRules;
import org.quantplatform.spi.market.TableRules;

/** Rules and calendar of Korea, as the texts of this bundle state them. */
@Component(service = MarketRules.class)
@Plugin(id = "kr", title = "Rules and calendar of Korea")
public final class KoreaMarketRules extends TableRules {

    public KoreaMarketRules() {
        super(Market.KR);
    }
}
