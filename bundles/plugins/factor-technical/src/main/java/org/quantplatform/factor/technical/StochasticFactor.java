package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Lane's %D: where closes lie in the range of the last bars, 0 to 100, averaged over {@code smoothing} bars. High near the
 * top of the range; NaN while the range is empty.
 */
@Plugin(id = "stochastic", title = "Stochastic oscillator", tags = "technical")
@Component(service = Factor.class)
public final class StochasticFactor extends BarFactor<StochasticFactor.Params> {

    /** Numbers of bars. */
    public record Params(
            @Param(value = "14", min = 1, max = 1000, help = "Bars of the range") int length,
            @Param(value = "3", min = 1, max = 100, help = "Bars of the mean") int smoothing) {}

    public StochasticFactor() {
        super(Bars.RANGE);
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int bars(Params p) {
        return p.length() + p.smoothing() - 1;
    }

    @Override
    double[] scores(Bars bars, Params p) {
        return Averages.simple(Oscillators.stochastic(bars, p.length()), p.smoothing());
    }
}
