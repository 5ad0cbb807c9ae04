package org.quantplatform.cost.standard.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Market;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.cost.Costs;
import org.quantplatform.spi.cost.Fill;

/**
 * Each market's commission, taxes and fees as of the day of the fill, rounded as they are billed. A day before the first
 * known rate is refused; the last known rate holds until another is added.
 */
@Component(service = CostModel.class)
@Plugin(
        id = "market",
        title = "Dated rules of the market",
        tags = {"tax"})
public final class MarketCostModel implements CostModel<MarketCostModel.Params> {

    /** See the help of its component. */
    public record Params(
            @Param(
                            value = "-1",
                            min = -1,
                            max = 1000,
                            help = "Broker's commission in basis points of executed value; -1 for what is usual there")
                    double commissionBps) {}

    private final Map<Market, Rules> rules = new EnumMap<>(Map.of(
            Market.KR, new KoreaRules(),
            Market.US, new UnitedStatesRules(),
            Market.CN, new ChinaRules(),
            Market.HK, new HongKongRules(),
            Market.JP, new JapanRules()));

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Set<Market> markets() {
        return Set.copyOf(rules.keySet());
    }

    @Override
    public Costs cost(Fill fill, Params parameters) {
        Rules of = rules.get(fill.market());
        if (of == null) {
            throw new PluginException("no cost rules of market " + fill.market() + " are known");
        }
        Charge charge = Charge.of(fill, parameters.commissionBps());
        return new Costs(
                of.commission(charge, fill).doubleValue(),
                of.taxes(charge, fill).doubleValue());
    }
}
