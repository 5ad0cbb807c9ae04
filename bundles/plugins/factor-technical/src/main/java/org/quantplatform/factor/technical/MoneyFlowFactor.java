package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Quong and Soudack's money flow index: per cent of the money that moved on bars whose typical price rose, 0 to 100.
 */
@Plugin(id = "mfi", title = "Money flow index", tags = "technical")
@Component(service = Factor.class)
public final class MoneyFlowFactor extends BarFactor<MoneyFlowFactor.Params> {

    /** Numbers of bars. */
    public record Params(@Param(value = "14", min = 1, max = 1000, help = "Bars looked at") int length) {}

    public MoneyFlowFactor() {
        super(Bars.ALL);
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int bars(Params p) {
        return p.length() + 1;
    }

    @Override
    double[] scores(Bars bars, Params p) {
        return Flows.moneyFlowIndex(bars, p.length());
    }
}
