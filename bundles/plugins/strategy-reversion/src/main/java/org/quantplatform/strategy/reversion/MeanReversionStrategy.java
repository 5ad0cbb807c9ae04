package org.quantplatform.strategy.reversion;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Param;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.strategy.SignalStrategy;
import org.quantplatform.spi.strategy.Strategy;

/**
 * Buys what fell far below its mean and sells it when it is back (Bollinger's bands): with {@code z = (close - mean) / std},
 * both over the last days and std of the sample (ddof 1), long at {@code z <= -entry} until {@code z >= -exit}; short at
 * {@code z >= entry} until {@code z <= exit}. No signal while the closes do not vary.
 */
@Plugin(id = "mean-reversion", title = "Return to the mean", tags = "reversal")
@Component(service = Strategy.class)
public final class MeanReversionStrategy extends SignalStrategy<MeanReversionStrategy.Params> {

    /** How far away is far. */
    public record Params(
            @Param(value = "20", min = 3, max = 1000, help = "Days of mean and standard deviation") int days,
            @Param(
                            value = "2",
                            min = 0,
                            max = 20,
                            help = "Standard deviations at which a position is opened, above exit")
                    double entry,
            @Param(value = "0", min = -20, max = 20, help = "Standard deviations at which it is closed") double exit,
            @Param(value = "false", help = "Go short above the mean, in a run that allows it") boolean shorts,
            @Param(value = "equal", help = "Share the invested part among positions, or equally among eligible assets")
                    Sizing sizing,
            @Param(value = "1", min = 0, max = 1, help = "Fraction of the portfolio invested, above 0")
                    double invested) {

        public Params {
            if (!(exit < entry)) {
                throw new IllegalArgumentException("exit must be below entry, was " + exit + " and " + entry);
            }
            if (!(invested > 0)) {
                throw new IllegalArgumentException("invested must be above 0, was " + invested);
            }
        }
    }

    /** Closes that differ from their mean by less than this part of it do so by rounding. */
    private static final double ROUNDING = 1e-12;

    @Override
    public Class<Params> parameterType() {
        return Params.class;
    }

    @Override
    public Requirements requires(Params p) {
        return Requirements.of(p.days(), Field.CLOSE);
    }

    @Override
    protected Signal signal(Cell cell, Params p) {
        double z = distance(cell, p.days());
        if (z <= -p.entry()) {
            return Signal.LONG;
        }
        if (z >= p.entry()) {
            return p.shorts() ? Signal.SHORT : Signal.EXIT;
        }
        boolean longDone = z >= -p.exit();
        boolean shortDone = z <= p.exit();
        if (longDone && shortDone) {
            return Signal.EXIT;
        }
        if (longDone) {
            return Signal.EXIT_LONG;
        }
        return shortDone ? Signal.EXIT_SHORT : Signal.NONE;
    }

    /** In standard deviations; NaN when it cannot be told. */
    private static double distance(Cell cell, int days) {
        double sum = 0;
        for (int day = days - 1; day >= 0; day--) {
            sum += cell.ago(Field.CLOSE, day);
        }
        double mean = sum / days;
        double squares = 0;
        for (int day = days - 1; day >= 0; day--) {
            double difference = cell.ago(Field.CLOSE, day) - mean;
            squares += difference * difference;
        }
        double deviation = Math.sqrt(squares / (days - 1));
        return deviation > ROUNDING * Math.abs(mean) ? (cell.today(Field.CLOSE) - mean) / deviation : Double.NaN;
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
