package org.quantplatform.factor.liquidity;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;

/**
 * Mean of the shares traded per day over the shares outstanding (Datar, Naik and Radcliffe 1998): the more changes hands, the
 * higher.
 */
@Plugin(
        id = "turnover",
        title = "Share turnover",
        tags = {"liquidity"})
@Component(service = Factor.class)
public final class TurnoverFactor extends TradingFactor {

    private static final Field SHARES = Field.of("shares_outstanding");

    public TurnoverFactor() {
        super(0, Field.STATED_VOLUME, SHARES);
    }

    @Override
    void measure(FactorInput input, int asset, double[] out) {
        double[] shares = input.history(asset, SHARES);
        input.read(asset, Field.STATED_VOLUME, out);
        for (int day = 0; day < out.length; day++) {
            out[day] = shares[day] > 0 && out[day] >= 0 ? out[day] / shares[day] : Double.NaN;
        }
    }

    @Override
    double score(double mean) {
        return mean;
    }
}
