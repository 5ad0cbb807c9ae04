package org.quantplatform.factor.liquidity;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.Returns;

/**
 * Minus Amihud's illiquidity (2002): the mean of the absolute return per million of money traded, over days on which shares
 * changed hands. The less a million moves the price, the higher, at most 0; a negative weight earns the premium of the
 * illiquid.
 */
@Plugin(
        id = "amihud",
        title = "Amihud illiquidity, most liquid first",
        tags = {"liquidity"})
@Component(service = Factor.class)
public final class AmihudFactor extends TradingFactor {

    public AmihudFactor() {
        super(1, Field.CLOSE, Field.STATED_CLOSE, Field.STATED_VOLUME);
    }

    @Override
    void measure(FactorInput input, int asset, double[] out) {
        double[] closes = input.history(asset, Field.STATED_CLOSE);
        double[] volumes = input.history(asset, Field.STATED_VOLUME);
        Returns.simple(input.history(asset, Field.CLOSE), out);
        for (int day = 0; day < out.length; day++) {
            double millions = closes[day] * volumes[day] / 1e6;
            out[day] = millions > 0 ? Math.abs(out[day]) / millions : Double.NaN;
        }
    }

    @Override
    double score(double mean) {
        return -mean;
    }
}
