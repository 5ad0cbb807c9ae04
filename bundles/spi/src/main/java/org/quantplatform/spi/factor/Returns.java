package org.quantplatform.spi.factor;

import java.util.Arrays;
import org.quantplatform.model.Field;

/** Simple returns from one trading day's close to the next. */
public final class Returns {

    private Returns() {}

    /** NaN on the first day, and on days on which this close or the one before is not a positive number. */
    public static void simple(double[] closes, double[] out) {
        for (int day = 0; day < closes.length; day++) {
            boolean known = day > 0 && closes[day] > 0 && closes[day - 1] > 0;
            out[day] = known ? closes[day] / closes[day - 1] - 1 : Double.NaN;
        }
    }

    /**
     * What stands for the market where a factor needs one: on each day the mean return of the input's assets that have
     * one; NaN when none has. The input holds all assets only when the requirements are {@link Requirements#acrossAssets}.
     */
    public static double[] ofMarket(FactorInput input) {
        double[] closes = new double[input.days()];
        double[] returns = new double[input.days()];
        double[] means = new double[input.days()];
        int[] counts = new int[input.days()];
        for (int asset = 0; asset < input.assets(); asset++) {
            input.read(asset, Field.CLOSE, closes);
            simple(closes, returns);
            for (int day = 0; day < returns.length; day++) {
                if (!Double.isNaN(returns[day])) {
                    means[day] += returns[day];
                    counts[day]++;
                }
            }
        }
        Arrays.setAll(means, day -> counts[day] == 0 ? Double.NaN : means[day] / counts[day]);
        return means;
    }
}
