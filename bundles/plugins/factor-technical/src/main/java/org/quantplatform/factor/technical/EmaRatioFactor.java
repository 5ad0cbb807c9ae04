package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Exponential mean of the closes over {@code fast} bars over that over {@code slow}, less 1: the further a rise has gone,
 * the higher.
 */
@Plugin(id = "ema-ratio", title = "Ratio of exponential moving averages", tags = "technical")
@Component(service = Factor.class)
public final class EmaRatioFactor extends BarFactor<EmaRatioFactor.Params> {

    /** Numbers of bars. */
    public record Params(
            @Param(value = "12", min = 1, max = 500, help = "Span of the shorter average") int fast,
            @Param(value = "26", min = 2, max = 1000, help = "Span of the longer average") int slow) {

        public Params {
            if (fast >= slow) {
                throw new IllegalArgumentException("fast must be less than slow, was " + fast + " with slow " + slow);
            }
        }
    }

    public EmaRatioFactor() {
        super(Bars.CLOSE);
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int bars(Params p) {
        return Averages.settled(p.slow());
    }

    @Override
    double[] scores(Bars bars, Params p) {
        double[] ratio = Flows.quotient(
                Averages.exponential(bars.close(), p.fast()), Averages.exponential(bars.close(), p.slow()));
        return Scores.less(ratio, 1);
    }
}
