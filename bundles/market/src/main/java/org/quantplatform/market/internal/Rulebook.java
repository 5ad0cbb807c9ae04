package org.quantplatform.market.internal;

import java.util.Locale;
import java.util.Map;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.plugins.PluginRegistry.RequestPath;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.market.MarketRules;

/** Finds the rules of markets among the plug-ins that are active now. */
final class Rulebook {

    private final PluginRegistry plugins;

    Rulebook(PluginRegistry plugins) {
        this.plugins = plugins;
    }

    /** Stays as it is when the plug-in is updated; knows weekends only where none is active. */
    MarketRules of(Market market) {
        String id = market.name().toLowerCase(Locale.ROOT);
        try {
            return plugins.bind(MarketRules.class, id, Map.of(), new RequestPath("market", "parameters"))
                    .service();
        } catch (QuantException e) {
            if (e.code() != ErrorCode.INVALID_REQUEST) {
                throw e;
            }
            return new NoRules(market);
        }
    }
}
