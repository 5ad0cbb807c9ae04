package org.quantplatform.engine.stats;

import java.util.Arrays;

/**
 * Statistics of simple returns per period, after the definitions of empyrical; a year has 252 periods unless another
 * number is given. A NaN among the returns, or too few of them, gives NaN, and so does a ratio to a dispersion of 0.
 * Powers and logarithms come from StrictMath, so results are the same on every machine.
 */
public final class Statistics {

    /** Trading days in a year. */
    public static final double PERIODS = 252;

    /** A dispersion so small beside the mean is what rounding left of a constant. */
    private static final double ROUNDING = 1e-13;

    private Statistics() {}

    /** {@code v[t] / v[t-1] - 1}, 0 while a value stays the same, also at 0; one shorter than {@code values}. */
    public static double[] returns(double[] values) {
        double[] returns = new double[Math.max(0, values.length - 1)];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = values[i + 1] == values[i] ? 0 : values[i + 1] / values[i] - 1;
        }
        return returns;
    }

    /** {@code prod(1 + r) - 1}; 0 without returns. */
    public static double totalReturn(double[] r) {
        return growth(r) - 1;
    }

    /** {@code prod(1 + r)^(252 / n) - 1}. */
    public static double annualizedReturn(double[] r) {
        return annualizedReturn(r, PERIODS);
    }

    /** As {@link #annualizedReturn(double[])} with so many periods a year. */
    public static double annualizedReturn(double[] r, double periods) {
        return r.length == 0 ? Double.NaN : StrictMath.pow(growth(r), periods / r.length) - 1;
    }

    /** {@code std(ddof 1) * sqrt(252)}. */
    public static double annualizedVolatility(double[] r) {
        return annualizedVolatility(r, PERIODS);
    }

    /** As {@link #annualizedVolatility(double[])} with so many periods a year. */
    public static double annualizedVolatility(double[] r, double periods) {
        return Moments.standardDeviation(r) * Math.sqrt(periods);
    }

    /** {@code mean(r - f) / std(r, ddof 1) * sqrt(252)}; {@code riskFree} per day. */
    public static double sharpeRatio(double[] r, double riskFree) {
        return sharpeRatio(r, riskFree, PERIODS);
    }

    /** As {@link #sharpeRatio(double[], double)} with so many periods a year. */
    public static double sharpeRatio(double[] r, double riskFree, double periods) {
        double[] excess = minus(r, riskFree);
        double mean = Moments.mean(excess);
        double deviation = Moments.standardDeviation(excess);
        boolean constant = deviation <= ROUNDING * Math.abs(mean);
        return constant ? Double.NaN : mean / deviation * Math.sqrt(periods);
    }

    /** {@code mean(r - f) * 252 / downsideRisk(r, f)}; {@code required} per day. */
    public static double sortinoRatio(double[] r, double required) {
        return sortinoRatio(r, required, PERIODS);
    }

    /** As {@link #sortinoRatio(double[], double)} with so many periods a year. */
    public static double sortinoRatio(double[] r, double required, double periods) {
        return ratio(Moments.mean(minus(r, required)) * periods, downsideRisk(r, required, periods));
    }

    /** {@code sqrt(mean(min(r - f, 0)^2)) * sqrt(252)}, the mean over all returns, not only losses. */
    public static double downsideRisk(double[] r, double required) {
        return downsideRisk(r, required, PERIODS);
    }

    /** As {@link #downsideRisk(double[], double)} with so many periods a year. */
    public static double downsideRisk(double[] r, double required, double periods) {
        double[] squares = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            double loss = Math.min(r[i] - required, 0);
            squares[i] = loss * loss;
        }
        return Math.sqrt(Moments.mean(squares)) * Math.sqrt(periods);
    }

    /** Deepest fall of wealth below its high, at most 0; wealth is 1 before the first return. */
    public static double maxDrawdown(double[] r) {
        double wealth = 1;
        double high = 1;
        double deepest = r.length == 0 ? Double.NaN : 0;
        for (double x : r) {
            wealth *= 1 + x;
            high = Math.max(high, wealth);
            deepest = Math.min(deepest, wealth / high - 1);
        }
        return deepest;
    }

    /** {@code annualizedReturn / |maxDrawdown|}; NaN without a drawdown. */
    public static double calmarRatio(double[] r) {
        return ratio(annualizedReturn(r), Math.abs(maxDrawdown(r)));
    }

    /** Historical value at risk: the {@code cutoff} quantile (0.05 for 95 %), negative for a loss. */
    public static double valueAtRisk(double[] r, double cutoff) {
        return quantile(r, cutoff);
    }

    /** Mean of the {@code k + 1} smallest returns, {@code k = floor((n - 1) * cutoff)}; negative for a loss. */
    public static double conditionalValueAtRisk(double[] r, double cutoff) {
        if (r.length == 0) {
            return Double.NaN;
        }
        int k = (int) Math.floor((r.length - 1) * cutoff);
        return Moments.hasNaN(r) ? Double.NaN : Moments.mean(Arrays.copyOf(sorted(r), k + 1));
    }

    /** {@code |p95| / |p5|}. */
    public static double tailRatio(double[] r) {
        return ratio(Math.abs(quantile(r, 0.95)), Math.abs(quantile(r, 0.05)));
    }

    /** {@code sum of gains / sum of losses} about 0; NaN without losses. */
    public static double omega(double[] r) {
        double[] gains = new double[r.length];
        double[] losses = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            gains[i] = Math.max(r[i], 0);
            losses[i] = Math.max(-r[i], 0);
        }
        return ratio(Moments.sum(gains), Moments.sum(losses));
    }

    /** {@code R^2} of a line through the cumulative log returns over 0, 1, 2 …. */
    public static double stability(double[] r) {
        if (r.length < 2) {
            return Double.NaN;
        }
        double[] logs = new double[r.length];
        double[] time = new double[r.length];
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            sum += StrictMath.log1p(r[i]);
            logs[i] = sum;
            time[i] = i;
        }
        double correlation = Moments.correlation(time, logs);
        return correlation * correlation;
    }

    /** {@code m3 / m2^1.5}, population moments. */
    public static double skew(double[] r) {
        double m2 = Moments.central(r, 2);
        return ratio(Moments.central(r, 3), m2 * Math.sqrt(m2));
    }

    /** {@code m4 / m2^2 - 3}, population moments. */
    public static double excessKurtosis(double[] r) {
        double m2 = Moments.central(r, 2);
        return ratio(Moments.central(r, 4), m2 * m2) - 3;
    }

    /** {@code cov(r, b) / var(b)}. */
    public static double beta(double[] r, double[] b) {
        return ratio(Moments.covariance(r, b), Moments.covariance(b, b));
    }

    /** {@code (1 + mean(r - f) - beta * mean(b - f))^252 - 1}; {@code riskFree} per day. */
    public static double alpha(double[] r, double[] b, double riskFree) {
        return alpha(r, b, riskFree, PERIODS);
    }

    /** As {@link #alpha(double[], double[], double)} with so many periods a year. */
    public static double alpha(double[] r, double[] b, double riskFree, double periods) {
        double each = Moments.mean(minus(r, riskFree)) - beta(r, b) * Moments.mean(minus(b, riskFree));
        return StrictMath.pow(1 + each, periods) - 1;
    }

    /** Annualised return on days on which the benchmark rose / the benchmark's on these days, each with their own n. */
    public static double upCapture(double[] r, double[] b) {
        return upCapture(r, b, PERIODS);
    }

    /** As {@link #upCapture(double[], double[])} with so many periods a year. */
    public static double upCapture(double[] r, double[] b, double periods) {
        return capture(r, b, 1, periods);
    }

    /** As {@link #upCapture}, of the days on which the benchmark fell. */
    public static double downCapture(double[] r, double[] b) {
        return downCapture(r, b, PERIODS);
    }

    /** As {@link #downCapture(double[], double[])} with so many periods a year. */
    public static double downCapture(double[] r, double[] b, double periods) {
        return capture(r, b, -1, periods);
    }

    /** {@code std(r - b, ddof 1) * sqrt(252)}. */
    public static double trackingError(double[] r, double[] b) {
        return annualizedVolatility(minus(r, b));
    }

    /** {@code mean(r - b) / std(r - b, ddof 1) * sqrt(252)}. */
    public static double informationRatio(double[] r, double[] b) {
        return sharpeRatio(minus(r, b), 0);
    }

    /** Pearson's, of the returns. */
    public static double correlation(double[] r, double[] b) {
        return Moments.correlation(r, b);
    }

    /** Share of returns above 0. */
    public static double positiveShare(double[] r) {
        if (r.length == 0 || Moments.hasNaN(r)) {
            return Double.NaN;
        }
        int count = 0;
        for (double x : r) {
            count += x > 0 ? 1 : 0;
        }
        return (double) count / r.length;
    }

    /** The {@code p} quantile, 0 to 1, interpolated linearly between order statistics (type 7). */
    public static double quantile(double[] values, double p) {
        if (values.length == 0 || Moments.hasNaN(values)) {
            return Double.NaN;
        }
        double[] sorted = sorted(values);
        double place = (values.length - 1) * p;
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, values.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
    }

    private static double capture(double[] r, double[] b, int sign, double periods) {
        double[] mine = new double[r.length];
        double[] theirs = new double[r.length];
        int count = 0;
        for (int i = 0; i < r.length; i++) {
            if (b[i] * sign > 0) {
                mine[count] = r[i];
                theirs[count++] = b[i];
            }
        }
        return ratio(
                annualizedReturn(Arrays.copyOf(mine, count), periods),
                annualizedReturn(Arrays.copyOf(theirs, count), periods));
    }

    private static double growth(double[] r) {
        double growth = 1;
        for (double x : r) {
            growth *= 1 + x;
        }
        return growth;
    }

    private static double ratio(double over, double under) {
        return under == 0 ? Double.NaN : over / under;
    }

    private static double[] minus(double[] r, double amount) {
        double[] difference = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            difference[i] = r[i] - amount;
        }
        return difference;
    }

    private static double[] minus(double[] r, double[] b) {
        double[] difference = new double[r.length];
        for (int i = 0; i < r.length; i++) {
            difference[i] = r[i] - b[i];
        }
        return difference;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
