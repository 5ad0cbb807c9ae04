package org.quantplatform.factor.liquidity;

import java.util.Set;
import java.util.TreeSet;
import org.quantplatform.engine.kernel.Rolling;
import org.quantplatform.model.Field;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.spi.factor.FactorInput;
import org.quantplatform.spi.factor.Requirements;

/**
 * A factor that is the mean of something measured each day. Days without it are left out; there is no score when they are
 * more than half of the window.
 */
abstract class TradingFactor implements Factor<TradingFactor.Params> {

    private final Set<Field> fields;
    private final int daysBefore;

    /** @param daysBefore that a day's measure looks back */
    TradingFactor(int daysBefore, Field... fields) {
        this.daysBefore = daysBefore;
        this.fields = new TreeSet<>(Set.of(fields));
    }

    /** Trading days. */
    public record Params(@Param(value = "63", min = 1, max = 2520, help = "Trading days of the mean") int window) {}

    /** NaN where it is not known. */
    abstract void measure(FactorInput input, int asset, double[] out);

    abstract double score(double mean);

    @Override
    public final Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public final Requirements requires(Params p) {
        return new Requirements(p.window() + daysBefore, fields, false);
    }

    @Override
    public final void compute(FactorInput input, Params p, ScoreMatrix out) {
        int days = input.days();
        double[] measured = new double[days];
        double[] known = new double[days];
        double[] sums = new double[days];
        double[] counts = new double[days];
        for (int asset = 0; asset < input.assets(); asset++) {
            measure(input, asset, measured);
            for (int day = 0; day < days; day++) {
                boolean present = Double.isFinite(measured[day]);
                known[day] = present ? 1 : 0;
                measured[day] = present ? measured[day] : 0;
            }
            Rolling.sum(measured, p.window(), sums);
            Rolling.sum(known, p.window(), counts);
            for (int day = p.window() + daysBefore - 1; day < days; day++) {
                if (2 * counts[day] >= p.window()) {
                    out.set(asset, day, score(sums[day] / counts[day]));
                }
            }
        }
    }
}
