package org.quantplatform.factor.lowvolatility;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Minus the largest fall from a close of the window to a later one, as a fraction: the smaller, the higher, from -1 to 0.
 */
@Plugin(
        id = "max-drawdown",
        title = "Largest drawdown, smallest first",
        tags = {"price", "risk"})
@Component(service = Factor.class)
public final class MaxDrawdownFactor extends RiskFactor<MaxDrawdownFactor.Params> {

    /** Trading days. */
    public record Params(@Param(value = "252", min = 2, max = 2520, help = "Closes looked at") int window) {}

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int closes(Params p) {
        return p.window();
    }

    @Override
    void risk(double[] closes, Params p, double[] out) {
        Drawdowns.largest(closes, p.window(), out);
    }
}
