package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Chaikin's money flow: volume weighed by where the close lies in the bar's range, over all volume; -1 to 1.
 */
@Plugin(id = "chaikin-money-flow", title = "Chaikin money flow", tags = "technical")
@Component(service = Factor.class)
public final class ChaikinFactor extends BarFactor<ChaikinFactor.Params> {

    /** Numbers of bars. */
    public record Params(@Param(value = "20", min = 1, max = 1000, help = "Bars looked at") int length) {}

    public ChaikinFactor() {
        super(Bars.ALL);
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    int bars(Params p) {
        return p.length();
    }

    @Override
    double[] scores(Bars bars, Params p) {
        return Flows.chaikinMoneyFlow(bars, p.length());
    }
}
