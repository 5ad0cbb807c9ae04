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
 * Long after the fast exponential moving average of closes crossed above the slow one, out (or short) after it crossed below.
 * The close {@code i} days ago weighs {@code (1 - 2 / (span + 1))^i}, over the last four spans; what lies before them would
 * weigh 0.03 %, and so the averages do not depend on where the data starts.
 */
@Plugin(id = "ema-cross", title = "Exponential moving averages crossing", tags = "trend")
@Component(service = Strategy.class)
public final class EmaCrossStrategy extends SignalStrategy<EmaCrossStrategy.Params> {

    /** Which averages, and what a cross does. */
    public record Params(
            @Param(value = "10", min = 1, max = 500, help = "Span of the fast average, below slow") int fast,
            @Param(value = "30", min = 2, max = 1000, help = "Span of the slow average") int slow,
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

    private static final int SPANS = 4;

    @Override
    public Requirements requires(Params p) {
        return Requirements.of(SPANS * p.slow() + 1, Field.CLOSE);
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

    private static double mean(Cell cell, int span, int ago) {
        double keep = 1 - 2.0 / (span + 1);
        double sum = 0;
        double weights = 0;
        for (int day = SPANS * span - 1; day >= 0; day--) {
            sum = sum * keep + cell.ago(Field.CLOSE, ago + day);
            weights = weights * keep + 1;
        }
        return sum / weights;
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
