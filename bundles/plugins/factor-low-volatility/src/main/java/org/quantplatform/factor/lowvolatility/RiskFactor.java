package org.quantplatform.factor.lowvolatility;

import org.quantplatform.model.Field;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.Requirements;

/**
 * A factor that is minus a risk measured over a window of closes. There is no score while the window holds a day without a
 * positive price.
 *
 * @param <P> the parameter record
 */
abstract class RiskFactor<P extends Record> implements Factor<P> {

    static final double SQRT_YEAR = Math.sqrt(252);

    /** Closes that a score needs. */
    abstract int closes(P parameters);

    /** The risk on each day; NaN where it is not known. */
    abstract void risk(double[] closes, P parameters, double[] out);

    @Override
    public final Requirements requires(P parameters) {
        return Requirements.of(closes(parameters), Field.CLOSE);
    }

    @Override
    public final void compute(FactorInput input, P parameters, ScoreMatrix out) {
        double[] closes = new double[input.days()];
        double[] risk = new double[input.days()];
        for (int asset = 0; asset < input.assets(); asset++) {
            input.read(asset, Field.CLOSE, closes);
            risk(closes, parameters, risk);
            for (int day = closes(parameters) - 1; day < risk.length; day++) {
                out.set(asset, day, -risk[day]);
            }
        }
    }
}
