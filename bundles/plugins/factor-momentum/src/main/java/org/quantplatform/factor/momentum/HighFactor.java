package org.quantplatform.factor.momentum;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.engine.kernel.Rolling;
import org.quantplatform.model.Field;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.Requirements;

/**
 * Close over the highest close of the window (George and Hwang 2004): the nearer to the high, the higher, at most 1. Days
 * without a positive price are passed over; on such a day there is no score.
 */
@Plugin(id = "high-52-week", title = "Nearness to the 52-week high", tags = "price")
@Component(service = Factor.class)
public final class HighFactor implements Factor<HighFactor.Params> {

    /** Trading days. */
    public record Params(@Param(value = "252", min = 2, max = 2520, help = "Closes looked at") int window) {}

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params p) {
        return Requirements.of(p.window(), Field.CLOSE);
    }

    @Override
    public void compute(FactorInput input, Params p, ScoreMatrix out) {
        double[] closes = new double[input.days()];
        double[] highs = new double[input.days()];
        for (int asset = 0; asset < input.assets(); asset++) {
            input.read(asset, Field.CLOSE, closes);
            for (int day = 0; day < closes.length; day++) {
                closes[day] = closes[day] > 0 ? closes[day] : 0;
            }
            Rolling.max(closes, p.window(), highs);
            for (int day = p.window() - 1; day < closes.length; day++) {
                if (closes[day] > 0) {
                    out.set(asset, day, closes[day] / highs[day]);
                }
            }
        }
    }
}
