package org.quantplatform.engine.robust;

/**
 * The Sharpe ratio that the best of many trials shows by luck alone, and what is left of an observed one beyond it. Source:
 * Bailey and López de Prado, The Deflated Sharpe Ratio, Journal of Portfolio Management 40 (5), 2014.
 */
public final class DeflatedSharpe {

    private static final double EULER = 0.577215664901532860606512090082;

    private DeflatedSharpe() {}

    /**
     * Expected maximum of the Sharpe ratios of independent trials without any skill: {@code √V ((1 − γ) Z⁻¹(1 − 1/N) + γ
     * Z⁻¹(1 − 1/(N e)))} with Euler's γ. 0 for a single trial, which was not chosen from any; NaN when {@code variance} is.
     *
     * @param trials at least 1, need not be whole
     * @param variance of the trials' Sharpe ratios, of the same period as the ratio to be judged, not negative
     */
    public static double expectedMaximum(double trials, double variance) {
        if (!(trials >= 1) || variance < 0) {
            throw new IllegalArgumentException(
                    "trials must be at least 1 and variance at least 0, were " + trials + " and " + variance);
        }
        if (trials == 1) {
            return 0;
        }
        double most = -Normal.quantile(1 / trials);
        double more = -Normal.quantile(1 / (trials * Math.E));
        return Math.sqrt(variance) * ((1 - EULER) * most + EULER * more);
    }

    /** Probability that the true Sharpe ratio is above what luck gives the best of so many trials; NaN as the sample's. */
    public static double probability(SharpeSample sample, double trials, double variance) {
        return sample.probabilityAbove(expectedMaximum(trials, variance));
    }
}
