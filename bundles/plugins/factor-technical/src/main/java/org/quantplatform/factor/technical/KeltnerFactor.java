package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Distance of the close from its exponential mean, in {@code width} average true ranges: 1 at the upper line, -1 at the lower.
 */
@Plugin(id = "keltner", title = "Position in the Keltner channel", tags = "technical")
@Component(service = Factor.class)
public final class KeltnerFactor extends BarFactor<KeltnerFactor.Params> {

    /** Numbers of bars. */
    public record Params(
            @Param(value = "20", min = 1, max = 500, help = "Span of the mean") int length,
            @Param(value = "10", min = 1, max = 500, help = "Length of the average true range") int range,
            @Param(value = "2", min = 0.1, max = 10, help = "True ranges between mean and line") double width) {}

    public KeltnerFactor() {
        super(Bars.RANGE);
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int bars(Params p) {
        return Math.max(Averages.settled(p.length()), Averages.wilderSettled(p.range()));
    }

    @Override
    double[] scores(Bars bars, Params p) {
        double[] distance = Scores.difference(bars.close(), Averages.exponential(bars.close(), p.length()));
        double[] range = Channels.averageTrueRange(bars, p.range());
        return Scores.times(Flows.quotient(distance, range), 1 / p.width());
    }
}
