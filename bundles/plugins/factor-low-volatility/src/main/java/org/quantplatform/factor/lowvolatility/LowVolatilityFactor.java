package org.quantplatform.factor.lowvolatility;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.engine.kernel.Rolling;
import org.quantplatform.model.Field;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.factor.Returns;

/** Minus the annualised standard deviation of the daily returns: the calmer an asset, the higher its score. */
@Plugin(
        id = "low-volatility",
        title = "Low volatility",
        tags = {"price", "risk"})
@Component
public final class LowVolatilityFactor implements Factor<LowVolatilityFactor.Params> {

    private static final double SQRT_YEAR = Math.sqrt(252);

    /** Trading days. */
    public record Params(@Param(value = "252", min = 2, max = 2520, help = "Daily returns looked at") int window) {}

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params p) {
        return Requirements.of(p.window() + 1, Field.CLOSE);
    }

    @Override
    public void compute(FactorInput input, Params p, ScoreMatrix out) {
        double[] closes = new double[input.days()];
        double[] returns = new double[input.days()];
        double[] deviations = new double[input.days()];
        for (int asset = 0; asset < input.assets(); asset++) {
            input.read(asset, Field.CLOSE, closes);
            Returns.simple(closes, returns);
            Rolling.standardDeviation(returns, p.window(), deviations);
            for (int day = 0; day < deviations.length; day++) {
                deviations[day] *= -SQRT_YEAR;
            }
            out.setHistory(asset, deviations);
        }
    }
}
