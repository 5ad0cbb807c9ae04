package org.quantplatform.engine.kernel;

/** Variance of the sample. */
final class VarianceSums extends WindowSums {

    private final double[] in;
    private double pivot;

    VarianceSums(double[] in, int window) {
        super(window, 3);
        this.in = in;
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
    }

    @Override
    double result(double[] sums, int t, int time) {
        double n = sums[0];
        return n < 2 ? Double.NaN : Math.max(0, sums[2] - sums[1] * sums[1] / n) / (n - 1);
    }
}
