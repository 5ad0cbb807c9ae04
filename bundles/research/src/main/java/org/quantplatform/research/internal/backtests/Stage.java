package org.quantplatform.research.internal.backtests;

import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.engine.kernel.Adjustments;
import org.quantplatform.model.Panel;

/**
 * What a run works on, loaded once for as many runs as differ in neither universe nor prices.
 *
 * @param signals the panel with prices adjusted as the signals want them
 */
record Stage(MarketPanel market, Panel signals, Eligibility eligibility) {

    static Stage of(MarketPanel market, BacktestRequest request) {
        Panel prices = market.prices();
        return new Stage(
                market,
                Adjustments.adjusted(prices, market.actions(), request.adjust()),
                new Eligibility(prices, market.instruments(), request.universe()));
    }
}
