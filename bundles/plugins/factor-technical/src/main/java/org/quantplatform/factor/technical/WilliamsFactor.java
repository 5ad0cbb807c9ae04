package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Williams' %R: where the close lies in the range of the last bars, -100 at its low to 0 at its high; NaN while the range is
 * empty.
 */
@Plugin(id = "williams-r", title = "Williams %R", tags = "technical")
@Component(service = Factor.class)
public final class WilliamsFactor extends BarFactor<WilliamsFactor.Params> {

    /** Numbers of bars. */
    public record Params(@Param(value = "14", min = 1, max = 1000, help = "Bars of the range") int length) {}

    public WilliamsFactor() {
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
        return Scores.less(Oscillators.stochastic(bars, p.length()), 100);
    }
}
