package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Bollinger's %b: where the close lies between the lower band (0) and the upper band (1), {@code width} standard deviations
 * of the population around the mean. High when the price is far above its mean.
 */
@Plugin(id = "bollinger-b", title = "Position between the Bollinger bands", tags = "technical")
@Component(service = Factor.class)
public final class BollingerPositionFactor extends BarFactor<BollingerPositionFactor.Params> {

    /** Numbers of bars. */
    public record Params(
            @Param(value = "20", min = 2, max = 1000, help = "Bars of mean and deviation") int length,
            @Param(value = "2", min = 0.1, max = 10, help = "Deviations between mean and band") double width) {}

    public BollingerPositionFactor() {
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
        double[] means = Averages.simple(bars.close(), p.length());
        double[] deviations = Channels.deviation(bars.close(), p.length());
        double[] out = new double[bars.size()];
        for (int t = 0; t < out.length; t++) {
            out[t] = 0.5 + (bars.close()[t] - means[t]) / (2 * p.width() * deviations[t]);
        }
        return out;
    }
}
