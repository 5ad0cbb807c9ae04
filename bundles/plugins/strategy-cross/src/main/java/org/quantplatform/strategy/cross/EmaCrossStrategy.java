package org.quantplatform.strategy.cross;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.strategy.Strategy;

/**
 * Crosses of exponential moving averages. The close {@code i} days ago weighs {@code (1 - 2 / (span + 1))^i}, over the last
 * four spans; what lies before them would weigh 0.03 %, and so the averages do not depend on where the data starts.
 */
@Plugin(id = "ema-cross", title = "Exponential moving averages crossing", tags = "trend")
@Component(service = Strategy.class)
public final class EmaCrossStrategy extends CrossStrategy {

    private static final int SPANS = 4;

    @Override
    int reach(int span) {
        return SPANS * span;
    }

    @Override
    double average(Cell cell, int span, int ago) {
        double keep = 1 - 2.0 / (span + 1);
        double sum = 0;
        double weights = 0;
        for (int day = SPANS * span - 1; day >= 0; day--) {
            sum = sum * keep + cell.ago(Field.CLOSE, ago + day);
            weights = weights * keep + 1;
        }
        return sum / weights;
    }
}
