package org.quantplatform.engine.analysis;

import java.util.Arrays;

/**
 * Mean and spread of a series over dates; dates without a value (NaN) are left out.
 *
 * @param count dates with a value
 * @param std of the sample, ddof 1; NaN for fewer than two values
 * @param ratio {@code mean / std}; of information coefficients the ICIR
 * @param t {@code ratio * sqrt(count)}, as if the dates were independent
 * @param tNeweyWest {@code mean} over its standard error by Newey and West (1987) with Bartlett weights, for series whose
 *     values overlap
 * @param positive share of the values above 0
 */
public record SeriesSummary(
        int count, double mean, double std, double ratio, double t, double tNeweyWest, double positive) {

    /** @param lags autocovariances that the Newey-West error takes in: the horizon less 1 for overlapping returns */
    public static SeriesSummary of(double[] series, int lags) {
        double[] values = Arrays.stream(series).filter(x -> !Double.isNaN(x)).toArray();
        int n = values.length;
        double mean = n == 0 ? Double.NaN : sum(values) / n;
        double[] centred = Arrays.stream(values).map(x -> x - mean).toArray();
        double std = n < 2 ? Double.NaN : Math.sqrt(products(centred, 0) / (n - 1));
        double ratio = std > 0 ? mean / std : Double.NaN;
        double positive =
                n == 0 ? Double.NaN : Arrays.stream(values).filter(x -> x > 0).count() / (double) n;
        return new SeriesSummary(n, mean, std, ratio, ratio * Math.sqrt(n), mean / error(centred, lags), positive);
    }

    private static double error(double[] centred, int lags) {
        int n = centred.length;
        int used = Math.min(lags, n - 1);
        double variance = n < 2 ? Double.NaN : products(centred, 0) / n;
        for (int lag = 1; lag <= used; lag++) {
            variance += 2 * (1 - lag / (lags + 1.0)) * products(centred, lag) / n;
        }
        return variance > 0 ? Math.sqrt(variance / n) : Double.NaN;
    }

    private static double products(double[] values, int lag) {
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += values[i] * values[i - lag];
        }
        return sum;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
