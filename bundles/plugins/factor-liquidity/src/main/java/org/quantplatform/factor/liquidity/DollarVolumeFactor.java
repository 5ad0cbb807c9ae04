package org.quantplatform.factor.liquidity;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;

/**
 * Natural logarithm of the mean money traded per day, stated close times stated volume, in the instrument's currency (Brennan,
 * Chordia and Subrahmanyam 1998): the more, the higher. No score when nothing traded.
 */
@Plugin(
        id = "dollar-volume",
        title = "Money traded",
        tags = {"liquidity"})
@Component(service = Factor.class)
public final class DollarVolumeFactor extends TradingFactor {

    public DollarVolumeFactor() {
        super(0, Field.STATED_CLOSE, Field.STATED_VOLUME);
    }

    @Override
    void measure(FactorInput input, int asset, double[] out) {
        double[] closes = input.history(asset, Field.STATED_CLOSE);
        input.read(asset, Field.STATED_VOLUME, out);
        for (int day = 0; day < out.length; day++) {
            out[day] = closes[day] > 0 && out[day] >= 0 ? closes[day] * out[day] : Double.NaN;
        }
    }

    @Override
    double score(double mean) {
        return mean > 0 ? StrictMath.log(mean) : Double.NaN;
    }
}
