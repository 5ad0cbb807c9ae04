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
 * Buys what is oversold by the relative strength index and sells it when the index has recovered. The index is Cutler's:
 * {@code 100 * gains / (gains + losses)} with plain sums over the last changes, so that it does not depend on where the data
 * starts, as Wilder's does. No signal while the closes do not change.
 */
@Plugin(id = "rsi-reversion", title = "Relative strength index reverting", tags = "reversal")
@Component(service = Strategy.class)
public final class RsiReversionStrategy extends SignalStrategy<RsiReversionStrategy.Params> {

    /** When an asset is oversold and when no longer. */
    public record Params(
            @Param(value = "14", min = 2, max = 1000, help = "Daily changes that the index looks at") int days,
            @Param(value = "30", min = 0, max = 100, help = "Long at or below this index, below exit") double entry,
            @Param(value = "55", min = 0, max = 100, help = "Out at or above this index") double exit,
            @Param(value = "equal", help = "Share the invested part among positions, or equally among eligible assets")
                    Sizing sizing,
            @Param(value = "1", min = 0, max = 1, help = "Fraction of the portfolio invested, above 0")
                    double invested) {

        public Params {
            if (!(entry < exit)) {
                throw new IllegalArgumentException("entry must be below exit, was " + entry + " and " + exit);
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
        return Requirements.of(p.days() + 1, Field.CLOSE);
    }

    @Override
    protected Signal signal(Cell cell, Params p) {
        double index = index(cell, p.days());
        if (index <= p.entry()) {
            return Signal.LONG;
        }
        return index >= p.exit() ? Signal.EXIT : Signal.NONE;
    }

    private static double index(Cell cell, int days) {
        double gains = 0;
        double losses = 0;
        for (int day = days - 1; day >= 0; day--) {
            double change = cell.ago(Field.CLOSE, day) - cell.ago(Field.CLOSE, day + 1);
            gains += Math.max(change, 0);
            losses += Math.max(-change, 0);
        }
        double all = gains + losses;
        return all > 0 ? 100 * gains / all : Double.NaN;
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
