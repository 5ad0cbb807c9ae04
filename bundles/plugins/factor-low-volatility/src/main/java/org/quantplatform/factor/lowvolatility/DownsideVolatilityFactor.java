package org.quantplatform.factor.lowvolatility;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.engine.kernel.Rolling;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.Returns;

/**
 * Minus the annualised root of the mean squared loss, gains counting as 0 (Sortino and van der Meer 1991, target 0): the
 * smaller the losses, the higher, at most 0.
 */
@Plugin(
        id = "downside-volatility",
        title = "Downside volatility, calm first",
        tags = {"price", "risk"})
@Component(service = Factor.class)
public final class DownsideVolatilityFactor extends RiskFactor<DownsideVolatilityFactor.Params> {

    /** Trading days. */
    public record Params(@Param(value = "252", min = 1, max = 2520, help = "Daily returns looked at") int window) {}

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int closes(Params p) {
        return p.window() + 1;
    }

    @Override
    void risk(double[] closes, Params p, double[] out) {
        double[] squares = new double[closes.length];
        Returns.simple(closes, squares);
        for (int day = 0; day < closes.length; day++) {
            double loss = Math.min(squares[day], 0);
            squares[day] = loss * loss;
        }
        Rolling.mean(squares, p.window(), out);
        for (int day = 0; day < out.length; day++) {
            out[day] = SQRT_YEAR * Math.sqrt(out[day]);
        }
    }
}
