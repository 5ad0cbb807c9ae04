package org.quantplatform.engine.analysis;

import java.util.List;

/**
 * How scores and the returns over one horizon go together. Series have one entry per date of the analysis, NaN where the
 * figure is not defined.
 *
 * @param horizon in bars
 * @param rankIc Spearman's correlation of scores and forward returns
 * @param normalIc Pearson's
 * @param rankIcSummary of {@code rankIc}; its Newey-West error takes in {@code horizon - 1} lags, as all of this record
 * @param quantiles from the lowest scores to the highest
 * @param spread mean return of the highest quantile less that of the lowest
 * @param factorReturns of the portfolio with weights {@code (f - mean f) / sum |f - mean f|}
 * @param market mean return of all observed assets
 * @param alphaBeta of {@code factorReturns} on {@code market}
 */
public record HorizonFigures(
        int horizon,
        double[] rankIc,
        double[] normalIc,
        SeriesSummary rankIcSummary,
        SeriesSummary normalIcSummary,
        List<QuantileReturns> quantiles,
        double[] spread,
        SeriesSummary spreadSummary,
        double[] factorReturns,
        SeriesSummary factorReturnSummary,
        double[] market,
        AlphaBeta alphaBeta) {

    /**
     * Forward returns of the assets of one quantile.
     *
     * @param count observations
     * @param mean over all of them, each with the same weight
     * @param std of all of them, ddof 1
     * @param demeaned mean after the market's mean of the date is taken away from each
     * @param byDate mean of each date
     * @param cumulative growth of 1 held in the quantile from its date to the next one that does not overlap: entry k is at
     *     date {@code k * horizon}, entry 0 is 1
     */
    public record QuantileReturns(
            long count, double mean, double std, double demeaned, double[] byDate, double[] cumulative) {}
}
