package org.quantplatform.factor.technical;

import java.util.Set;
import org.quantplatform.model.Field;

/**
 * An asset's own bars in order of time: days without one are left out, as a chart leaves them out. Columns that a factor
 * does not declare are empty.
 */
record Bars(double[] high, double[] low, double[] close, double[] volume) {

    static final Set<Field> CLOSE = Set.of(Field.CLOSE);
    static final Set<Field> RANGE = Set.of(Field.HIGH, Field.LOW, Field.CLOSE);
    static final Set<Field> CLOSE_VOLUME = Set.of(Field.CLOSE, Field.VOLUME);
    static final Set<Field> ALL = Set.of(Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME);

    int size() {
        return close.length;
    }

    /** The mean of high, low and close. */
    double[] typicalPrices() {
        double[] typical = new double[size()];
        for (int t = 0; t < typical.length; t++) {
            typical[t] = (high[t] + low[t] + close[t]) / 3;
        }
        return typical;
    }
}
