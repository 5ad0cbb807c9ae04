package org.quantplatform.engine.robust;

import org.quantplatform.engine.stats.Statistics;

/**
 * A Sharpe ratio as it was observed, with what decides how far chance may have made it.
 *
 * @param sharpe mean over standard deviation (ddof 1) of the returns of one period, not annualised; NaN when the returns do
 *     not vary
 * @param skewness population moment, 0 for a normal distribution
 * @param kurtosis population moment, 3 for a normal distribution
 * @param observations number of returns
 */
public record SharpeSample(double sharpe, double skewness, double kurtosis, int observations) {

    /** NaN among the returns, or fewer than two, gives NaN. */
    public static SharpeSample of(double[] returns) {
        return new SharpeSample(
                Statistics.sharpeRatio(returns, 0) / Math.sqrt(Statistics.PERIODS),
                Statistics.skew(returns),
                Statistics.excessKurtosis(returns) + 3,
                returns.length);
    }

    /**
     * Probability that the true Sharpe ratio is above {@code benchmark}, given this observation: {@code Φ((SR − SR*) √(T −
     * 1) / √(1 − γ3 SR + (γ4 − 1)/4 SR²))}, 0 to 1. Source: Bailey and López de Prado, The Sharpe Ratio Efficient Frontier,
     * 2012, equation 11. NaN when anything is NaN or there are fewer than two returns.
     *
     * @param benchmark per period, not annualised
     */
    public double probabilityAbove(double benchmark) {
        if (observations < 2) {
            return Double.NaN;
        }
        return Normal.cumulative((sharpe - benchmark) * Math.sqrt(observations - 1.0) / Math.sqrt(spread()));
    }

    /**
     * Number of returns needed to say with {@code confidence} that the true Sharpe ratio is above {@code benchmark}: {@code
     * 1 + (1 − γ3 SR + (γ4 − 1)/4 SR²) (Z / (SR − SR*))²}. Source: the same, equation 13. Infinite when the observed ratio
     * is not above the benchmark.
     *
     * @param benchmark per period, not annualised
     * @param confidence above one half and below 1, such as 0.95
     */
    public double minimumTrackRecord(double benchmark, double confidence) {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be above 0.5 and below 1, was " + confidence);
        }
        if (sharpe <= benchmark) {
            return Double.POSITIVE_INFINITY;
        }
        double ratio = Normal.quantile(confidence) / (sharpe - benchmark);
        return 1 + spread() * ratio * ratio;
    }

    /** Variance of the estimated ratio, times the number of observations less one; never negative for a real sample. */
    private double spread() {
        double spread = 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
        return spread > 0 ? spread : Double.NaN;
    }
}
