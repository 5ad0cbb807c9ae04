package org.quantplatform.engine.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Weights for adding the z-scores of several factors, learnt from what they foretold before. A figure of day t needs the
 * return until {@code t + horizon} and counts from that day on, so that no weight knows the future.
 */
public final class LearntWeights {

    /** How weights follow from the past; each is scaled to absolute weights that sum to 1. */
    public enum Method {
        /** In proportion to the mean rank IC, which may be negative. */
        IC,
        /** In proportion to {@code 1 / std} of the factor's returns (ddof 1). */
        INVERSE_VOLATILITY,
        /**
         * In proportion to {@code S^-1 m} with mean {@code m} and covariance {@code S} of the rank ICs, the weights of highest
         * ICIR after Qian, Hua and Sorensen (2007).
         */
        MAX_ICIR
    }

    private static final double SINGULAR = 1e-10;

    private final Method method;
    private final double[][] figures;
    private final int horizon;
    private final int window;
    private final int least;

    /**
     * @param figures one row per factor, one place per day, NaN where there is none: rank ICs, or factor returns for {@link
     *     Method#INVERSE_VOLATILITY}, of forward returns over {@code horizon} bars
     * @param window latest known days that count, at least {@code least}
     * @param least days with figures of all factors from which on weights are learnt, at least 2
     */
    public LearntWeights(Method method, double[][] figures, int horizon, int window, int least) {
        if (horizon < 1 || least < 2 || window < least) {
            throw new IllegalArgumentException(
                    "needs horizon >= 1 and window >= least >= 2, was " + horizon + ", " + window + ", " + least);
        }
        this.method = method;
        this.figures = figures;
        this.horizon = horizon;
        this.window = window;
        this.least = least;
    }

    /**
     * One weight per factor. Equal ones while fewer than {@code least} days are known, and when the past does not tell weights:
     * no IC on average, no volatility, or ICs that depend on each other.
     */
    public double[] on(int day) {
        int last = Math.min(day - horizon, figures[0].length - 1);
        int[] days = IntStream.rangeClosed(Math.max(0, last - window + 1), last)
                .filter(this::isComplete)
                .toArray();
        if (days.length < least) {
            return equal();
        }
        return scaled(
                switch (method) {
                    case IC -> means(days);
                    case INVERSE_VOLATILITY -> inverseVolatilities(days);
                    case MAX_ICIR -> solved(covariances(days), means(days));
                });
    }

    private boolean isComplete(int day) {
        return Arrays.stream(figures).noneMatch(each -> Double.isNaN(each[day]));
    }

    private double[] equal() {
        double[] weights = new double[figures.length];
        Arrays.fill(weights, 1.0 / weights.length);
        return weights;
    }

    private double[] scaled(double[] weights) {
        double gross = Arrays.stream(weights).map(Math::abs).sum();
        return gross > 0 && Double.isFinite(gross)
                ? Arrays.stream(weights).map(weight -> weight / gross).toArray()
                : equal();
    }

    private double[] means(int[] days) {
        return Arrays.stream(figures)
                .mapToDouble(each -> Moments.of(chosen(each, days), days.length).mean())
                .toArray();
    }

    private double[] inverseVolatilities(int[] days) {
        return Arrays.stream(figures)
                .mapToDouble(
                        each -> 1 / Moments.of(chosen(each, days), days.length).std())
                .toArray();
    }

    private static double[] chosen(double[] figures, int[] days) {
        return Arrays.stream(days).mapToDouble(day -> figures[day]).toArray();
    }

    private double[][] covariances(int[] days) {
        double[] means = means(days);
        double[][] covariances = new double[figures.length][figures.length];
        for (int a = 0; a < figures.length; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int day : days) {
                    sum += (figures[a][day] - means[a]) * (figures[b][day] - means[b]);
                }
                covariances[a][b] = sum / (days.length - 1);
                covariances[b][a] = covariances[a][b];
            }
        }
        return covariances;
    }

    /** By Cholesky's factors; all zero for a matrix that is not positive definite. */
    private static double[] solved(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] lower = new double[n][n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    rest -= lower[row][k] * lower[column][k];
                }
                if (row == column && !(rest > SINGULAR * matrix[row][row])) {
                    return new double[n];
                }
                lower[row][column] = row == column ? Math.sqrt(rest) : rest / lower[column][column];
            }
        }
        return substituted(lower, right);
    }

    private static double[] substituted(double[][] lower, double[] right) {
        double[] solution = right.clone();
        for (int row = 0; row < right.length; row++) {
            for (int k = 0; k < row; k++) {
                solution[row] -= lower[row][k] * solution[k];
            }
            solution[row] /= lower[row][row];
        }
        for (int row = right.length - 1; row >= 0; row--) {
            for (int k = row + 1; k < right.length; k++) {
                solution[row] -= lower[k][row] * solution[k];
            }
            solution[row] /= lower[row][row];
        }
        return solution;
    }
}
