package org.quantplatform.engine.kernel;

/** The least-squares line of a series over time, and means with weights that grow with time. */
final class TimeSums extends WindowSums {

    enum Wanted {
        SLOPE,
        R_SQUARE,
        RESIDUAL,
        WEIGHTED_MEAN
    }

    private final double[] in;
    private final int window;
    private final Wanted wanted;
    private final int first;
    private double pivot;

    TimeSums(double[] in, int window, Wanted wanted) {
        super(window, 6);
        this.in = in;
        this.window = window;
        this.wanted = wanted;
        this.first = Gapped.firstKnown(in);
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
        sums[at + 1] += time;
        sums[at + 2] += (double) time * time;
        sums[at + 3] += x;
        sums[at + 4] += x * x;
        sums[at + 5] += time * x;
    }

    @Override
    double result(double[] sums, int t, int time) {
        double n = sums[0];
        if (wanted == Wanted.WEIGHTED_MEAN) {
            // the earliest place of the window weighs 1
            double lift = Math.min(window, t - first + 1) - time;
            return pivot + (sums[5] + lift * sums[3]) / (sums[1] + lift * n);
        }
        double slope = (n * sums[5] - sums[1] * sums[3]) / (n * sums[2] - sums[1] * sums[1]);
        return switch (wanted) {
            case SLOPE -> n < 2 ? Double.NaN : slope;
            case RESIDUAL -> n < 2 ? Double.NaN : in[t] - pivot - (sums[3] + slope * (n * time - sums[1])) / n;
            default -> rSquare(sums, pivot);
        };
    }

    private static double rSquare(double[] sums, double pivot) {
        double n = sums[0];
        double product = sums[5] - sums[1] * sums[3] / n;
        double times = sums[2] - sums[1] * sums[1] / n;
        return Math.min(1, product * product / (times * spread(n, sums[3], sums[4], pivot)));
    }
}
