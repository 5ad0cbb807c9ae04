package org.quantplatform.strategy.cross;

import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Field;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.factor.Cell;
import org.quantplatform.spi.strategy.Strategy;

/** Crosses of simple moving averages. That the fast one starts out above is no cross. */
@Plugin(id = "sma-cross", title = "Simple moving averages crossing", tags = "trend")
@Component(service = Strategy.class)
public final class SmaCrossStrategy extends CrossStrategy {

    @Override
    int reach(int days) {
        return days;
    }

    @Override
    double average(Cell cell, int days, int ago) {
        double sum = 0;
        for (int day = ago + days - 1; day >= ago; day--) {
            sum += cell.ago(Field.CLOSE, day);
        }
        return sum / days;
    }
}
