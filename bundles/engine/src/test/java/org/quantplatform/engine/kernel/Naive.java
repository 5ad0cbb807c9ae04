package org.quantplatform.engine.kernel;

import java.util.Arrays;

/** Textbook definitions over one window, without any thought of speed. */
final class Naive {

    private Naive() {}

    static double mean(double[] window) {
        return Arrays.stream(window).sum() / window.length;
    }

    static double covariance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - mean(a)) * (b[i] - mean(b));
        }
        return sum / (a.length - 1);
    }

    static double rankOfLast(double[] window) {
        double last = window[window.length - 1];
        double below = Arrays.stream(window).filter(x -> x < last).count();
        double equal = Arrays.stream(window).filter(x -> x == last).count();
        return below + (equal + 1) / 2;
    }

    static double quantile(double[] window, double p) {
        double[] sorted = window.clone();
        Arrays.sort(sorted);
        double place = (window.length - 1) * p;
        int below = (int) place;
        return below + 1 == window.length
                ? sorted[below]
                : sorted[below] * (1 - place + below) + sorted[below + 1] * (place - below);
    }

    static double slope(double[] window) {
        double[] time = new double[window.length];
        Arrays.setAll(time, i -> i);
        return covariance(time, window) / covariance(time, time);
    }

    static double ema(double[] window, double span) {
        double keep = 1 - 2 / (span + 1);
        double sum = 0;
        double total = 0;
        for (int i = 0; i < window.length; i++) {
            double weight = Math.pow(keep, window.length - 1 - i);
            sum += weight * window[i];
            total += weight;
        }
        return sum / total;
    }
}
