package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Chande's Aroon oscillator: how much nearer the highest high of the last bars is than the lowest low, -100 to 100. High when
 * new highs are fresh.
 */
@Plugin(id = "aroon", title = "Aroon oscillator", tags = "technical")
@Component(service = Factor.class)
public final class AroonFactor extends BarFactor<AroonFactor.Params> {

    /** Numbers of bars. */
    public record Params(@Param(value = "25", min = 1, max = 500, help = "Bars looked back") int length) {}

    public AroonFactor() {
        super(Bars.RANGE);
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int bars(Params p) {
        return p.length() + 1;
    }

    @Override
    double[] scores(Bars bars, Params p) {
        return Scores.difference(
                Oscillators.aroon(bars.high(), p.length(), 1), Oscillators.aroon(bars.low(), p.length(), -1));
    }
}
