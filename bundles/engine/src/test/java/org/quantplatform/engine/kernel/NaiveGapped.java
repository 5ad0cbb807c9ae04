package org.quantplatform.engine.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Textbook definitions over the known values of one window, whose first place is its earliest day. */
final class NaiveGapped {

    private NaiveGapped() {}

    static double[] known(double[] window) {
        return Arrays.stream(window).filter(x -> !Double.isNaN(x)).toArray();
    }

    /** Days of the known values, from 1. */
    static double[] days(double[] window) {
        return IntStream.range(0, window.length)
                .filter(i -> !Double.isNaN(window[i]))
                .mapToDouble(i -> i + 1)
                .toArray();
    }

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    static double moment(double[] values, int power) {
        double mean = mean(values);
        return Arrays.stream(values).map(x -> Math.pow(x - mean, power)).sum() / values.length;
    }

    static double covariance(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return a.length < 2 ? Double.NaN : sum / (a.length - 1);
    }

    static double variance(double[] window) {
        return covariance(known(window), known(window));
    }

    static double skewness(double[] window) {
        double[] x = known(window);
        double n = x.length;
        double g = moment(x, 3) / Math.pow(moment(x, 2), 1.5);
        return n < 3 ? Double.NaN : g * Math.sqrt(n * (n - 1)) / (n - 2);
    }

    static double kurtosis(double[] window) {
        double[] x = known(window);
        double n = x.length;
        double g = moment(x, 4) / Math.pow(moment(x, 2), 2) - 3;
        return n < 4 ? Double.NaN : (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * g + 6);
    }

    static double slope(double[] window) {
        return covariance(days(window), known(window)) / covariance(days(window), days(window));
    }

    static double rSquare(double[] window) {
        double covariance = covariance(days(window), known(window));
        return covariance * covariance / variance(window) / covariance(days(window), days(window));
    }

    static double residual(double[] window) {
        double fitted = mean(known(window)) + slope(window) * (window.length - mean(days(window)));
        return window[window.length - 1] - fitted;
    }

    static double weightedMean(double[] window, java.util.function.IntToDoubleFunction weightOfDay) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < window.length; i++) {
            if (!Double.isNaN(window[i])) {
                sum += window[i] * weightOfDay.applyAsDouble(i + 1);
                weights += weightOfDay.applyAsDouble(i + 1);
            }
        }
        return sum / weights;
    }

    static double quantile(double[] window, double p) {
        double[] x = known(window);
        return x.length == 0 ? Double.NaN : Naive.quantile(x, p);
    }

    static double percentile(double[] window) {
        return Double.isNaN(window[window.length - 1])
                ? Double.NaN
                : Naive.rankOfLast(known(window)) / known(window).length;
    }

    static double deviation(double[] window) {
        double mean = mean(known(window));
        return mean(Arrays.stream(known(window)).map(x -> Math.abs(x - mean)).toArray());
    }

    static double place(double[] window, int sign) {
        int best = -1;
        for (int i = 0; i < window.length; i++) {
            if (!Double.isNaN(window[i]) && (best < 0 || sign * window[i] > sign * window[best])) {
                best = i;
            }
        }
        return best < 0 ? Double.NaN : best + 1;
    }
}
