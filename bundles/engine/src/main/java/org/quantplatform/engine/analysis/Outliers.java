package org.quantplatform.engine.analysis;

import java.util.BitSet;
import org.quantplatform.engine.analysis.FactorSample.Window;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;

/** Observations with a forward return far from the mean of their asset. */
final class Outliers {

    private final BitSet cells = new BitSet();
    private final int days;

    private Outliers(int days) {
        this.days = days;
    }

    static Outliers of(Panel prices, Window window) {
        Outliers outliers = new Outliers(prices.days());
        if (Double.isInfinite(window.outlierZScore())) {
            return outliers;
        }
        for (int asset = 0; asset < prices.assets(); asset++) {
            for (int horizon : window.horizons()) {
                outliers.mark(prices, asset, horizon, window);
            }
        }
        return outliers;
    }

    boolean has(int asset, int day) {
        return cells.get(asset * days + day);
    }

    private void mark(Panel prices, int asset, int horizon, Window window) {
        double[] closes = prices.column(Field.CLOSE);
        int last = Math.min(window.lastDay(), days - 1 - horizon);
        double sum = 0;
        int count = 0;
        for (int day = window.firstDay(); day <= last; day++) {
            double change = change(closes, asset * days + day, horizon);
            if (!Double.isNaN(change)) {
                sum += change;
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int day = window.firstDay(); day <= last; day++) {
            double change = change(closes, asset * days + day, horizon);
            squares += Double.isNaN(change) ? 0 : (change - mean) * (change - mean);
        }
        double reach = window.outlierZScore() * Math.sqrt(squares / (count - 1));
        for (int day = window.firstDay(); day <= last; day++) {
            if (Math.abs(change(closes, asset * days + day, horizon) - mean) > reach) {
                cells.set(asset * days + day);
            }
        }
    }

    private static double change(double[] closes, int at, int horizon) {
        return closes[at] > 0 && closes[at + horizon] > 0 ? closes[at + horizon] / closes[at] - 1 : Double.NaN;
    }
}
