package org.quantplatform.engine.sim;

import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;

/** Slippage that grows with the size of an order. */
final class Impact {

    private static final int WINDOW = 21;
    private static final int LEAST = 5;

    private Impact() {}

    static Slippage volumeShare(Panel prices, double impact) {
        check(impact);
        double[] volumes = prices.column(Field.VOLUME);
        int days = prices.days();
        return (asset, day, shares) -> {
            double volume = volumes[asset * days + day];
            double share = shares / volume;
            return volume > 0 ? Math.min(Slippage.MOST, impact * share * share) : Double.NaN;
        };
    }

    static Slippage squareRoot(Panel adjusted, double factor) {
        check(factor);
        double[] closes = adjusted.column(Field.CLOSE);
        double[] volumes = adjusted.column(Field.VOLUME);
        int days = adjusted.days();
        return (asset, day, shares) -> {
            int from = asset * days + Math.max(0, day - WINDOW);
            int to = asset * days + day;
            double volume = meanVolume(volumes, from, to);
            double sigma = deviation(closes, from, to);
            // NaN compares as false, so that what is not known fills nothing
            double fraction = factor * sigma * Math.sqrt(shares / volume);
            return volume > 0 && sigma >= 0 ? Math.min(Slippage.MOST, fraction) : Double.NaN;
        };
    }

    private static void check(double strength) {
        if (!(strength >= 0 && strength <= 100)) {
            throw new IllegalArgumentException("the strength of an impact must be 0 to 100, was " + strength);
        }
    }

    private static double meanVolume(double[] volumes, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            if (volumes[i] > 0) {
                sum += volumes[i];
                count++;
            }
        }
        return count < LEAST ? Double.NaN : sum / count;
    }

    private static double deviation(double[] closes, int from, int to) {
        double mean = 0;
        double squares = 0;
        int count = 0;
        for (int i = from + 1; i < to; i++) {
            if (closes[i] > 0 && closes[i - 1] > 0) {
                double change = closes[i] / closes[i - 1] - 1;
                count++;
                double step = change - mean;
                mean += step / count;
                squares += step * (change - mean);
            }
        }
        return count < LEAST ? Double.NaN : Math.sqrt(squares / (count - 1));
    }
}
