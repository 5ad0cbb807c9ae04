package org.quantplatform.research.internal.backtests;

import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.engine.kernel.Adjustments;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Universe;

/**
 * What a run works on, loaded once for as many runs as differ in neither universe nor prices.
 *
 * @param signals the panel with prices adjusted as the signals want them
 */
public record Stage(MarketPanel market, Panel signals, Eligibility eligibility) {

    static Stage of(MarketPanel market, BacktestRequest request) {
        return of(market, request.adjust(), request.universe());
    }

    public static Stage of(MarketPanel market, Adjust adjust, Universe universe) {
        Panel prices = market.prices();
        return new Stage(
                market,
                Adjustments.adjusted(prices, market.actions(), adjust),
                new Eligibility(prices, market.instruments(), universe));
    }
}
