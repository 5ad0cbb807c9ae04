package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Mean of the last {@code fast} closes over that of the last {@code slow}, less 1: the further a rise has gone, the higher.
 * A fast length of 1 holds the close itself against its average.
 */
@Plugin(id = "sma-ratio", title = "Ratio of simple moving averages", tags = "technical")
@Component(service = Factor.class)
public final class SmaRatioFactor extends BarFactor<SmaRatioFactor.Params> {

    /** Numbers of bars. */
    public record Params(
            @Param(value = "50", min = 1, max = 1000, help = "Bars of the shorter mean") int fast,
            @Param(value = "200", min = 2, max = 2000, help = "Bars of the longer mean") int slow) {

        public Params {
            if (fast >= slow) {
                throw new IllegalArgumentException("fast must be less than slow, was " + fast + " with slow " + slow);
            }
        }
    }

    public SmaRatioFactor() {
        super(Bars.CLOSE);
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int bars(Params p) {
        return p.slow();
    }

    @Override
    double[] scores(Bars bars, Params p) {
        double[] ratio =
                Flows.quotient(Averages.simple(bars.close(), p.fast()), Averages.simple(bars.close(), p.slow()));
        return Scores.less(ratio, 1);
    }
}
