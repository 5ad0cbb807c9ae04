package org.quantplatform.engine.kernel;

/** Second moments of two series over the places where both are there. */
final class PairSums extends WindowSums {

    enum Wanted {
        COVARIANCE,
        CORRELATION,
        SLOPE
    }

    private final double[] a;
    private final double[] b;
    private final Wanted wanted;
    private double pivotA;
    private double pivotB;

    PairSums(double[] a, double[] b, int window, Wanted wanted) {
        super(window, 6);
        this.a = a;
        this.b = b;
        this.wanted = wanted;
    }

    @Override
    boolean isPresent(int t) {
        return a[t] == a[t] && b[t] == b[t];
    }

    @Override
    void centreOn(int t) {
        pivotA = a[t];
        pivotB = b[t];
    }

    @Override
    void add(int t, int time, double[] sums, int at) {
        double x = a[t] - pivotA;
        double y = b[t] - pivotB;
        sums[at]++;
        sums[at + 1] += x;
        sums[at + 2] += y;
        sums[at + 3] += x * x;
        sums[at + 4] += y * y;
        sums[at + 5] += x * y;
    }

    @Override
    double result(double[] sums, int t, int time) {
        double n = sums[0];
        double product = sums[5] - sums[1] * sums[2] / n;
        if (n < 2) {
            return Double.NaN;
        }
        return switch (wanted) {
            case COVARIANCE -> product / (n - 1);
            case CORRELATION -> {
                double scale =
                        Math.sqrt(spread(n, sums[1], sums[3], pivotA)) * Math.sqrt(spread(n, sums[2], sums[4], pivotB));
                yield Math.max(-1, Math.min(1, product / scale));
            }
            case SLOPE -> product / spread(n, sums[2], sums[4], pivotB);
        };
    }
}
