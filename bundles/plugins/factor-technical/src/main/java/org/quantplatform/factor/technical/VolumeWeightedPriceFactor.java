package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Close over the mean of the last typical prices, weighed by volume, less 1: positive when buyers of these bars have gained.
 */
@Plugin(id = "vwap", title = "Distance from the volume-weighted price", tags = "technical")
@Component(service = Factor.class)
public final class VolumeWeightedPriceFactor extends BarFactor<VolumeWeightedPriceFactor.Params> {

    /** Numbers of bars. */
    public record Params(@Param(value = "14", min = 1, max = 1000, help = "Bars of the mean") int length) {}

    public VolumeWeightedPriceFactor() {
        super(Bars.ALL);
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
        return Scores.less(Flows.quotient(bars.close(), Flows.volumeWeightedPrice(bars, p.length())), 1);
    }
}
