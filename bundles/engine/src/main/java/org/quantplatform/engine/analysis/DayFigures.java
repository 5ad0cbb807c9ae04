package org.quantplatform.engine.analysis;

import org.quantplatform.engine.kernel.Ranks;

/** What one date of a sample tells; arrays over horizons have one entry for each of them. */
final class DayFigures {

    final double[] ranks;
    final int[] quantiles;
    final double[] rankIc;
    final double[] normalIc;
    final double[] market;
    final double[] factorReturn;
    final Moments[][] returns;

    private DayFigures(double[] scores, int quantiles, int horizons) {
        this.ranks = Ranks.average(scores);
        this.quantiles = Quantiles.assign(scores, quantiles);
        this.rankIc = new double[horizons];
        this.normalIc = new double[horizons];
        this.market = new double[horizons];
        this.factorReturn = new double[horizons];
        this.returns = new Moments[horizons][];
    }

    static DayFigures of(FactorSample sample, int date, int quantiles) {
        double[] scores = sample.scores(date);
        int horizons = sample.horizons().length;
        DayFigures day = new DayFigures(scores, quantiles, horizons);
        double[] weights = weights(scores);
        for (int h = 0; h < horizons; h++) {
            double[] forward = sample.forward(date, h);
            day.rankIc[h] = Correlation.pearson(day.ranks, Ranks.average(forward));
            day.normalIc[h] = Correlation.pearson(scores, forward);
            day.market[h] = Correlation.mean(forward);
            day.factorReturn[h] = product(weights, forward);
            day.returns[h] = byQuantile(day.quantiles, forward, quantiles);
        }
        return day;
    }

    /** Dollar neutral, absolute weights sum to 1; NaN when no score differs from another. */
    static double[] weights(double[] scores) {
        double mean = Correlation.mean(scores);
        double gross = 0;
        double[] weights = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            weights[i] = scores[i] - mean;
            gross += Math.abs(weights[i]);
        }
        for (int i = 0; i < scores.length; i++) {
            weights[i] = gross > 0 ? weights[i] / gross : Double.NaN;
        }
        return weights;
    }

    static double product(double[] weights, double[] returns) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * returns[i];
        }
        return sum;
    }

    private static Moments[] byQuantile(int[] assigned, double[] returns, int quantiles) {
        Moments[] moments = new Moments[quantiles];
        double[] group = new double[returns.length];
        for (int quantile = 1; quantile <= quantiles; quantile++) {
            int count = 0;
            for (int i = 0; i < returns.length; i++) {
                if (assigned[i] == quantile) {
                    group[count++] = returns[i];
                }
            }
            moments[quantile - 1] = Moments.of(group, count);
        }
        return moments;
    }
}
