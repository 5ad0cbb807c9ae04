package org.quantplatform.strategy.rank;

import org.quantplatform.model.Field;
import org.quantplatform.spi.strategy.Snapshot;

/** Standard deviations of assets' last returns. */
final class Volatility {

    private final Snapshot snapshot;
    private final double[] closes;

    /** @param returns how many one-bar returns count */
    Volatility(Snapshot snapshot, int returns) {
        this.snapshot = snapshot;
        this.closes = new double[returns + 1];
    }

    /** Of the simple returns between closes above 0, divided by one less than their number; NaN for fewer than two. */
    double of(int asset) {
        snapshot.history(Field.CLOSE, asset, closes);
        double mean = 0;
        double squares = 0;
        int count = 0;
        for (int bar = 1; bar < closes.length; bar++) {
            if (closes[bar - 1] > 0 && closes[bar] > 0) {
                count++;
                double change = closes[bar] / closes[bar - 1] - 1;
                double step = change - mean;
                mean += step / count;
                squares += step * (change - mean);
            }
        }
        return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    }
}
