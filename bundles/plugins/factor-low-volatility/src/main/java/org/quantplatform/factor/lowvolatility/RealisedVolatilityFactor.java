package org.quantplatform.factor.lowvolatility;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.engine.kernel.Rolling;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Minus the annualised root of the mean squared logarithmic return (Andersen and Bollerslev 1998): the calmer, the higher. The
 * mean return is taken as 0, unlike in {@code low-volatility}.
 */
@Plugin(
        id = "realised-volatility",
        title = "Realised volatility, calm first",
        tags = {"price", "risk"})
@Component(service = Factor.class)
public final class RealisedVolatilityFactor extends RiskFactor<RealisedVolatilityFactor.Params> {

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
        for (int day = 0; day < closes.length; day++) {
            boolean known = day > 0 && closes[day] > 0 && closes[day - 1] > 0;
            double change = known ? StrictMath.log(closes[day] / closes[day - 1]) : Double.NaN;
            squares[day] = change * change;
        }
        Rolling.mean(squares, p.window(), out);
        for (int day = 0; day < out.length; day++) {
            out[day] = SQRT_YEAR * Math.sqrt(out[day]);
        }
    }
}
