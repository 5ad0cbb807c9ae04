package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Appel's histogram in parts of the close: the difference of two exponential averages, less its own average. Positive when
 * a rise gains speed.
 */
@Plugin(id = "macd", title = "Moving average convergence and divergence", tags = "technical")
@Component(service = Factor.class)
public final class MacdFactor extends BarFactor<MacdFactor.Params> {

    /** Numbers of bars. */
    public record Params(
            @Param(value = "12", min = 1, max = 500, help = "Span of the shorter average") int fast,
            @Param(value = "26", min = 2, max = 1000, help = "Span of the longer average") int slow,
            @Param(value = "9", min = 1, max = 500, help = "Span of the average of their difference") int signal) {

        public Params {
            if (fast >= slow) {
                throw new IllegalArgumentException("fast must be less than slow, was " + fast + " with slow " + slow);
            }
        }
    }

    public MacdFactor() {
        super(Bars.CLOSE);
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int bars(Params p) {
        return Averages.settled(p.slow()) + Averages.settled(p.signal());
    }

    @Override
    double[] scores(Bars bars, Params p) {
        double[] line = Scores.difference(
                Averages.exponential(bars.close(), p.fast()), Averages.exponential(bars.close(), p.slow()));
        double[] histogram = Scores.difference(line, Averages.exponential(line, p.signal()));
        return Flows.quotient(histogram, bars.close());
    }
}
