package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Hutson's TRIX: the last bar's change of a threefold exponential average of closes, in per cent. Positive in a rise that
 * lasts.
 */
@Plugin(id = "trix", title = "Change of the triple average", tags = "technical")
@Component(service = Factor.class)
public final class TrixFactor extends BarFactor<TrixFactor.Params> {

    /** Numbers of bars. */
    public record Params(@Param(value = "15", min = 1, max = 300, help = "Span of each average") int span) {}

    public TrixFactor() {
        super(Bars.CLOSE);
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int bars(Params p) {
        return 3 * Averages.settled(p.span()) + 1;
    }

    @Override
    double[] scores(Bars bars, Params p) {
        return Oscillators.trix(bars.close(), p.span());
    }
}
