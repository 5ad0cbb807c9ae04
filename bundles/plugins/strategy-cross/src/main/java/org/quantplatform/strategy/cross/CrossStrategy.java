package org.quantplatform.strategy.cross;

import org.quantplatform.model.Field;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.factor.Requirements;
import org.quantplatform.spi.strategy.SignalStrategy;

/** Long after a fast average of closes crossed above a slow one, out (or short) after it crossed below. */
abstract class CrossStrategy extends SignalStrategy<CrossParams> {

    /** Closes that the average over {@code length} takes in. */
    abstract int reach(int length);

    /** The average over {@code length} as it was {@code ago} days ago. */
    abstract double average(Cell cell, int length, int ago);

    @Override
    public final Class<CrossParams> parameterType() {
        return CrossParams.class;
    }

    @Override
    public final Requirements requires(CrossParams p) {
        return Requirements.of(reach(p.slow()) + 1, Field.CLOSE);
    }

    @Override
    protected final Signal signal(Cell cell, CrossParams p) {
        return Crossing.of(
                average(cell, p.fast(), 1),
                average(cell, p.slow(), 1),
                average(cell, p.fast(), 0),
                average(cell, p.slow(), 0),
                p.shorts() ? Signal.SHORT : Signal.EXIT);
    }

    @Override
    protected final Sizing sizing(CrossParams p) {
        return p.sizing();
    }

    @Override
    protected final double invested(CrossParams p) {
        return p.invested();
    }
}
