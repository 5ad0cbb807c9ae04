package org.quantplatform.cost.standard.internal;

import java.util.EnumSet;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Market;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.cost.CostModel;
import org.quantplatform.spi.cost.Costs;
import org.quantplatform.spi.cost.Fill;

/** A fixed part of the executed value on both sides and no tax; not rounded, so that others' figures can be met. */
@Component(service = CostModel.class)
@Plugin(
        id = "bps",
        title = "Fixed basis points",
        tags = {"simple"})
public final class BpsCostModel implements CostModel<BpsCostModel.Params> {

    /** See the help of its component. */
    public record Params(
            @Param(value = "10", min = 0, max = 1000, help = "Commission in basis points of executed value, each side")
                    double commissionBps) {}

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Set<Market> markets() {
        return EnumSet.allOf(Market.class);
    }

    @Override
    public Costs cost(Fill fill, Params parameters) {
        return new Costs(fill.notional() * parameters.commissionBps() / 1e4, 0);
    }
}
