package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Lambert's commodity channel index: distance of the typical price from its mean in 0.015 mean deviations. High far above the
 * mean; NaN while prices do not move.
 */
@Plugin(id = "cci", title = "Commodity channel index", tags = "technical")
@Component(service = Factor.class)
public final class CommodityChannelFactor extends BarFactor<CommodityChannelFactor.Params> {

    /** Numbers of bars. */
    public record Params(@Param(value = "20", min = 2, max = 500, help = "Bars of the mean") int length) {}

    public CommodityChannelFactor() {
        super(Bars.RANGE);
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int bars(Params p) {
        return p.length();
    }

    @Override
    double[] scores(Bars bars, Params p) {
        return Oscillators.commodityChannel(bars, p.length());
    }
}
