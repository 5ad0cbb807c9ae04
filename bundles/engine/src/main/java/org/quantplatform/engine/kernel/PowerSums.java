package org.quantplatform.engine.kernel;

/** Skewness and kurtosis from the sums of the first four powers. */
final class PowerSums extends WindowSums {

    private final double[] in;
    private final boolean fourth;
    private double pivot;

    PowerSums(double[] in, int window, boolean fourth) {
        super(window, 5);
        this.in = in;
        this.fourth = fourth;
    }

    @Override
    boolean isPresent(int t) {
        return in[t] == in[t];
    }

    @Override
    void centreOn(int t) {
        pivot = in[t];
    }

    @Override
    void add(int t, int time, double[] sums, int at) {
        double x = in[t] - pivot;
        sums[at]++;
        sums[at + 1] += x;
        sums[at + 2] += x * x;
        sums[at + 3] += x * x * x;
        sums[at + 4] += x * x * x * x;
    }

    @Override
    double result(double[] sums, int t, int time) {
        double n = sums[0];
        double mean = sums[1] / n;
        double square = sums[2] / n;
        double variance = spread(n, sums[1], sums[2], pivot) / n;
        double third = sums[3] / n - 3 * mean * square + 2 * mean * mean * mean;
        if (!fourth) {
            return n < 3 ? Double.NaN : Math.sqrt(n * (n - 1)) / (n - 2) * third / (variance * Math.sqrt(variance));
        }
        double moment = sums[4] / n - 4 * mean * sums[3] / n + 6 * mean * mean * square - 3 * mean * mean * mean * mean;
        double ratio = moment / (variance * variance);
        return n < 4 ? Double.NaN : (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * ratio - 3 * (n - 1));
    }
}
