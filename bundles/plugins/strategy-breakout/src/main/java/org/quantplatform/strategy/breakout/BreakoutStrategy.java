package org.quantplatform.strategy.breakout;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.strategy.SignalStrategy;
import org.quantplatform.spi.strategy.Strategy;

/**
 * Donchian's channel: long after a close above the highest high of the days before, out after one below the lowest low of
 * fewer days before; with {@code shorts} the same downwards. A channel with a missing price gives no signal.
 */
@Plugin(id = "breakout", title = "Breakout of a price channel", tags = "trend")
@Component(service = Strategy.class)
public final class BreakoutStrategy extends SignalStrategy<BreakoutStrategy.Params> {

    /** How long the channels look back, the day itself left out. */
    public record Params(
            @Param(value = "55", min = 1, max = 1000, help = "Days of the channel whose break opens a position")
                    int entry,
            @Param(value = "20", min = 1, max = 1000, help = "Days of the channel whose break closes it") int exit,
            @Param(value = "false", help = "Go short below the channel, in a run that allows it") boolean shorts,
            @Param(value = "equal", help = "Share the invested part among positions, or equally among eligible assets")
                    Sizing sizing,
            @Param(value = "1", min = 0, max = 1, help = "Fraction of the portfolio invested, above 0")
                    double invested) {

        public Params {
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
        return Requirements.of(Math.max(p.entry(), p.exit()) + 1, Field.CLOSE, Field.HIGH, Field.LOW);
    }

    @Override
    protected Signal signal(Cell cell, Params p) {
        double close = cell.today(Field.CLOSE);
        if (close > highest(cell, p.entry())) {
            return Signal.LONG;
        }
        if (p.shorts() && close < lowest(cell, p.entry())) {
            return Signal.SHORT;
        }
        if (close < lowest(cell, p.exit())) {
            return Signal.EXIT_LONG;
        }
        return close > highest(cell, p.exit()) ? Signal.EXIT_SHORT : Signal.NONE;
    }

    private static double highest(Cell cell, int days) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int day = 1; day <= days; day++) {
            highest = Math.max(highest, cell.ago(Field.HIGH, day));
        }
        return highest;
    }

    private static double lowest(Cell cell, int days) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int day = 1; day <= days; day++) {
            lowest = Math.min(lowest, cell.ago(Field.LOW, day));
        }
        return lowest;
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
