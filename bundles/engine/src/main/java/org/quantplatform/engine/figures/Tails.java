package org.quantplatform.engine.figures;

import java.util.Arrays;
import org.quantplatform.engine.robust.Normal;
import org.quantplatform.engine.stats.Statistics;

/** Losses under assumptions about the distribution, and what lies far from the middle. */
final class Tails {

    private Tails() {}

    static double normalValueAtRisk(double[] r, double cutoff) {
        return mean(r) + Normal.quantile(cutoff) * Statistics.annualizedVolatility(r, 1);
    }

    static double normalShortfall(double[] r, double cutoff) {
        double density = Normal.density(Normal.quantile(cutoff));
        return mean(r) - density / cutoff * Statistics.annualizedVolatility(r, 1);
    }

    /** Cornish and Fisher's expansion, with population moments. */
    static double modifiedValueAtRisk(double[] r, double cutoff) {
        double z = Normal.quantile(cutoff);
        double s = Statistics.skew(r);
        double k = Statistics.excessKurtosis(r);
        double moved = z + (z * z - 1) * s / 6 + (z * z * z - 3 * z) * k / 24 - (2 * z * z * z - 5 * z) * s * s / 36;
        double n = r.length;
        return mean(r) + moved * Statistics.annualizedVolatility(r, 1) * Math.sqrt((n - 1) / n);
    }

    static double outlierGains(double[] r) {
        return Quotient.of(Statistics.quantile(r, 0.99), Gains.mean(r, x -> x >= 0));
    }

    static double outlierLosses(double[] r) {
        return Quotient.of(Statistics.quantile(r, 0.01), Gains.averageLoss(r));
    }

    static double autocorrelation(double[] r) {
        if (r.length < 3) {
            return Double.NaN;
        }
        return Statistics.correlation(Arrays.copyOf(r, r.length - 1), Arrays.copyOfRange(r, 1, r.length));
    }

    /** Factor by which returns that depend on each other make the volatility of long periods larger. */
    static double autocorrelationPenalty(double[] r) {
        double correlation = Math.abs(autocorrelation(r));
        double sum = 0;
        double power = correlation;
        for (int lag = 1; lag < r.length && power > 0; lag++) {
            sum += (double) (r.length - lag) / r.length * power;
            power *= correlation;
        }
        return Double.isNaN(correlation) ? Double.NaN : Math.sqrt(1 + 2 * sum);
    }

    static double mean(double[] r) {
        double sum = 0;
        for (double x : r) {
            sum += x;
        }
        return sum / r.length;
    }
}
