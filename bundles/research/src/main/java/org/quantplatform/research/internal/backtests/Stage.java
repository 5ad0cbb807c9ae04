package org.quantplatform.research.internal.backtests;

import java.util.List;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.engine.kernel.Adjustments;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Universe;

/**
 * What a run works on, loaded once for as many runs as differ in neither universe nor prices.
 *
 * @param signals the panel with prices adjusted as the signals want them
 * @param members of the universe's index; empty when it names none
 */
public record Stage(MarketPanel market, Panel signals, Eligibility eligibility, List<IndexMember> members) {

    static Stage of(MarketPanel market, BacktestRequest request, PanelSource panels) {
        return of(market, request.adjust(), request.universe(), panels);
    }

    /** @param panels where the members of the universe's index are */
    public static Stage of(MarketPanel market, Adjust adjust, Universe universe, PanelSource panels) {
        Panel prices = market.prices();
        String index = universe.index();
        List<IndexMember> members =
                index == null ? List.of() : panels.members(market.snapshot(), prices.market(), index);
        return new Stage(
                market,
                Adjustments.adjusted(prices, market.actions(), adjust),
                new Eligibility(prices, market.instruments(), universe, members),
                members);
    }
}
