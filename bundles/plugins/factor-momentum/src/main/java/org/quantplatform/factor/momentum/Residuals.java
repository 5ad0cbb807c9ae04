package org.quantplatform.factor.momentum;

import java.util.Arrays;
import org.quantplatform.engine.kernel.Rolling;
import org.quantplatform.factor.momentum.ResidualMomentumFactor.Params;

/**
 * What a regression on the market leaves over, from running sums: {@code e = r - alpha - beta m}, alpha and beta by least
 * squares over the estimation, the residuals' mean and deviation over the formation, which lies in it.
 */
final class Residuals {

    private final Params parameters;
    private final double[] market;
    private final double[] variances;
    private final double[] means;
    private final double[] formationMeans;
    private final double[] formationVariances;

    Residuals(double[] market, Params parameters) {
        this.parameters = parameters;
        this.market = market;
        this.variances = squared(deviation(market, parameters.estimation()));
        this.means = mean(market, parameters.estimation());
        this.formationMeans = mean(market, formation());
        this.formationVariances = squared(deviation(market, formation()));
    }

    private int formation() {
        return parameters.lookback() - parameters.skip();
    }

    double[] scores(double[] returns) {
        double[] covariances = covariance(returns, parameters.estimation());
        double[] ownMeans = mean(returns, parameters.estimation());
        double[] formationReturns = mean(returns, formation());
        double[] formationOwn = squared(deviation(returns, formation()));
        double[] formationCovariances = covariance(returns, formation());
        double[] scores = new double[returns.length];
        Arrays.fill(scores, Double.NaN);
        for (int day = parameters.estimation(); day < returns.length; day++) {
            int end = day - parameters.skip();
            double beta = covariances[day] / variances[day];
            double mean = formationReturns[end] - ownMeans[day] - beta * (formationMeans[end] - means[day]);
            double variance =
                    formationOwn[end] - 2 * beta * formationCovariances[end] + beta * beta * formationVariances[end];
            boolean varies = variances[day] > 0 && variance > 1e-12 * formationOwn[end];
            scores[day] = varies ? mean / Math.sqrt(variance) : Double.NaN;
        }
        return scores;
    }

    private double[] covariance(double[] returns, int window) {
        double[] out = new double[returns.length];
        Rolling.covariance(returns, market, window, out);
        return out;
    }

    private static double[] mean(double[] in, int window) {
        double[] out = new double[in.length];
        Rolling.mean(in, window, out);
        return out;
    }

    private static double[] deviation(double[] in, int window) {
        double[] out = new double[in.length];
        Rolling.standardDeviation(in, window, out);
        return out;
    }

    private static double[] squared(double[] values) {
        Arrays.setAll(values, i -> values[i] * values[i]);
        return values;
    }
}
