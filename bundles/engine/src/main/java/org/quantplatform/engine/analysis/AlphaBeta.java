package org.quantplatform.engine.analysis;

/**
 * Least squares of {@code y} on {@code x} with a constant.
 *
 * @param alpha the constant {@code a} annualised: {@code (1 + a)^(252 / horizon) - 1}
 * @param rSquared NaN when {@code y} does not vary
 */
public record AlphaBeta(double alpha, double beta, double rSquared) {

    private static final double PERIODS = 252;

    /** Dates where either is NaN are left out; all NaN when fewer than two are left or {@code x} does not vary. */
    static AlphaBeta of(double[] y, double[] x, int horizon) {
        double sumX = 0;
        double sumY = 0;
        int n = 0;
        for (int i = 0; i < y.length; i++) {
            if (!Double.isNaN(x[i] + y[i])) {
                sumX += x[i];
                sumY += y[i];
                n++;
            }
        }
        double meanX = sumX / n;
        double meanY = sumY / n;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < y.length; i++) {
            if (!Double.isNaN(x[i] + y[i])) {
                xx += (x[i] - meanX) * (x[i] - meanX);
                xy += (x[i] - meanX) * (y[i] - meanY);
                yy += (y[i] - meanY) * (y[i] - meanY);
            }
        }
        if (!(xx > 0)) {
            return new AlphaBeta(Double.NaN, Double.NaN, Double.NaN);
        }
        double beta = xy / xx;
        double alpha = Math.pow(1 + meanY - beta * meanX, PERIODS / horizon) - 1;
        return new AlphaBeta(alpha, beta, yy > 0 ? xy * xy / (xx * yy) : Double.NaN);
    }
}
