package org.quantplatform.factor.technical;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;

/**
 * Change of Granville's on-balance volume over {@code length} bars in parts of all volume in them: -1 when every close fell
 * to 1 when every close rose. A level without end could not be held against that of another asset.
 */
@Plugin(id = "obv", title = "On-balance volume", tags = "technical")
@Component(service = Factor.class)
public final class OnBalanceVolumeFactor extends BarFactor<OnBalanceVolumeFactor.Params> {

    /** Numbers of bars. */
    public record Params(@Param(value = "20", min = 1, max = 1000, help = "Bars looked at") int length) {}

    public OnBalanceVolumeFactor() {
        super(Bars.CLOSE_VOLUME);
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
        double[] level = Flows.onBalanceVolume(bars);
        double[] volume = Averages.sums(bars.volume(), p.length());
        double[] out = new double[bars.size()];
        for (int t = p.length(); t < out.length; t++) {
            out[t] = (level[t] - level[t - p.length()]) / volume[t];
        }
        return out;
    }
}
