package org.quantplatform.strategy.cross;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.strategy.SignalStrategy;
import org.quantplatform.spi.strategy.Strategy;

/**
 * Long after the fast simple moving average of closes crossed above the slow one, out (or short) after it crossed below. That
 * the fast one starts out above is no cross.
 */
@Plugin(id = "sma-cross", title = "Simple moving averages crossing", tags = "trend")
@Component(service = Strategy.class)
public final class SmaCrossStrategy extends SignalStrategy<SmaCrossStrategy.Params> {

    /** Which averages, and what a cross does. */
    public record Params(
            @Param(value = "10", min = 1, max = 500, help = "Days of the fast average, below slow") int fast,
            @Param(value = "30", min = 2, max = 1000, help = "Days of the slow average") int slow,
            @Param(value = "false", help = "Go short at a cross from above, in a run that allows it") boolean shorts,
            @Param(value = "all_in", help = "Share the invested part among positions, or equally among eligible assets")
                    Sizing sizing,
            @Param(value = "1", min = 0, max = 1, help = "Fraction of the portfolio invested, above 0")
                    double invested) {

        public Params {
            if (fast >= slow) {
                throw new IllegalArgumentException("fast must be below slow, was " + fast + " and " + slow);
            }
            if (!(invested > 0)) {
                throw new IllegalArgumentException("invested must be above 0, was " + invested);
            }
        }
    }

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params p) {
        return Requirements.of(p.slow() + 1, Field.CLOSE);
    }

    @Override
    protected Signal signal(Cell cell, Params p) {
        return Crossing.of(
                mean(cell, p.fast(), 1),
                mean(cell, p.slow(), 1),
                mean(cell, p.fast(), 0),
                mean(cell, p.slow(), 0),
                p.shorts() ? Signal.SHORT : Signal.EXIT);
    }

    private static double mean(Cell cell, int days, int ago) {
        double sum = 0;
        for (int day = ago + days - 1; day >= ago; day--) {
            sum += cell.ago(Field.CLOSE, day);
        }
        return sum / days;
    }

    @Override
    protected Sizing sizing(Params p) {
        return p.sizing();
    }

    @Override
    protected double invested(Params p) {
        return p.invested();
    }
}
