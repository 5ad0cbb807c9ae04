package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Where the close lies between the lowest low (0) and the highest high (1) of the last bars, its own included; NaN while the
 * channel is empty.
 */
@Plugin(id = "donchian", title = "Position in the Donchian channel", tags = "technical")
@Component(service = Factor.class)
public final class DonchianFactor extends BarFactor<DonchianFactor.Params> {

    /** Numbers of bars. */
    public record Params(@Param(value = "20", min = 1, max = 1000, help = "Bars of the channel") int length) {}

    public DonchianFactor() {
        super(Bars.RANGE);
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
        double[] low = Channels.lowest(bars.low(), p.length());
        double[] high = Channels.highest(bars.high(), p.length());
        return Channels.position(bars.close(), low, high);
    }
}
