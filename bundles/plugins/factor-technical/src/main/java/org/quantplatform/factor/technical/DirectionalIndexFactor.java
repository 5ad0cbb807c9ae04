package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Wilder's average directional index, positive when the rising movements outweigh, negative when the falling ones do: -100
 * for a steady fall to 100 for a steady rise.
 */
@Plugin(id = "adx", title = "Average directional index with its direction", tags = "technical")
@Component(service = Factor.class)
public final class DirectionalIndexFactor extends BarFactor<DirectionalIndexFactor.Params> {

    /** Numbers of bars. */
    public record Params(@Param(value = "14", min = 1, max = 500, help = "Length of the averages") int length) {}

    public DirectionalIndexFactor() {
        super(Bars.RANGE);
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int bars(Params p) {
        return 2 * Averages.wilderSettled(p.length());
    }

    @Override
    double[] scores(Bars bars, Params p) {
        Directional movement = Directional.of(bars, p.length());
        double[] out = new double[bars.size()];
        for (int t = 0; t < out.length; t++) {
            out[t] = Math.signum(movement.plus()[t] - movement.minus()[t]) * movement.strength()[t];
        }
        return out;
    }
}
