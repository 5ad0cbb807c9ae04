package org.quantplatform.factor.momentum;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.Requirements;

/**
 * Wilder's relative strength index (1978): the rising part of all movement of the close, in per cent, averaged so that the
 * latest weighs {@code 1 / length}. What rose steadily comes first; NaN when nothing moved. Days without a positive price
 * are left out; the averages start with the asset's first movement in the data, and there is no score until that weighs
 * less than a thousandth.
 */
@Plugin(id = "rsi", title = "Relative strength index", tags = "price")
@Component(service = Factor.class)
public final class RelativeStrengthFactor implements Factor<RelativeStrengthFactor.Params> {

    private static final double REMAINDER = 0.001;

    /** Bars. */
    public record Params(@Param(value = "14", min = 2, max = 500, help = "Length of the averages") int length) {}

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params p) {
        return Requirements.of(bars(p), Field.CLOSE);
    }

    private static int bars(Params p) {
        return 2 + (int) Math.ceil(Math.log(REMAINDER) / Math.log(1 - 1.0 / p.length()));
    }

    @Override
    public void compute(FactorInput input, Params p, ScoreMatrix out) {
        double[] closes = new double[input.days()];
        double[] index = new double[input.days()];
        for (int asset = 0; asset < input.assets(); asset++) {
            input.read(asset, Field.CLOSE, closes);
            index(closes, p.length(), bars(p), index);
            out.setHistory(asset, index);
        }
    }

    /** @param bars before which there is no value */
    static void index(double[] closes, int length, int bars, double[] out) {
        double before = Double.NaN;
        double rising = 0;
        double moving = 0;
        int seen = 0;
        for (int day = 0; day < closes.length; day++) {
            out[day] = Double.NaN;
            if (!(closes[day] > 0)) {
                continue;
            }
            if (++seen > 1) {
                double weight = seen == 2 ? 1 : 1.0 / length;
                double change = closes[day] - before;
                rising += weight * (Math.max(change, 0) - rising);
                moving += weight * (Math.abs(change) - moving);
            }
            before = closes[day];
            if (seen >= bars && moving > 0) {
                out[day] = 100 * rising / moving;
            }
        }
    }
}
