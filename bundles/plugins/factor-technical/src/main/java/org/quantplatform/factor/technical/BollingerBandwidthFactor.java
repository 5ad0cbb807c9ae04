package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Minus the distance of Bollinger's bands over their mean: the calmer the price, the higher, at most 0.
 */
@Plugin(id = "bollinger-bandwidth", title = "Width of the Bollinger bands, calm first", tags = "technical")
@Component(service = Factor.class)
public final class BollingerBandwidthFactor extends BarFactor<BollingerBandwidthFactor.Params> {

    /** Numbers of bars. */
    public record Params(
            @Param(value = "20", min = 2, max = 1000, help = "Bars of mean and deviation") int length,
            @Param(value = "2", min = 0.1, max = 10, help = "Deviations between mean and band") double width) {}

    public BollingerBandwidthFactor() {
        super(Bars.CLOSE);
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
        double[] ratio =
                Flows.quotient(Channels.deviation(bars.close(), p.length()), Averages.simple(bars.close(), p.length()));
        return Scores.times(ratio, -2 * p.width());
    }
}
