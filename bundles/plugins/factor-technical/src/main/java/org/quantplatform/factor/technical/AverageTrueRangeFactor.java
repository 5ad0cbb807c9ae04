package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Minus Wilder's average true range in parts of the close: the calmer the price, the higher, at most 0.
 */
@Plugin(id = "atr", title = "Average true range, calm first", tags = "technical")
@Component(service = Factor.class)
public final class AverageTrueRangeFactor extends BarFactor<AverageTrueRangeFactor.Params> {

    /** Numbers of bars. */
    public record Params(@Param(value = "14", min = 1, max = 1000, help = "Length of the average") int length) {}

    public AverageTrueRangeFactor() {
        super(Bars.RANGE);
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int bars(Params p) {
        return Averages.wilderSettled(p.length());
    }

    @Override
    double[] scores(Bars bars, Params p) {
        return Scores.times(Flows.quotient(Channels.averageTrueRange(bars, p.length()), bars.close()), -1);
    }
}
