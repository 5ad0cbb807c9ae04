package org.quantplatform.engine.analysis;

/**
 * How much the order of the assets changes. Series have one entry per date of the analysis; the first {@code lag} are NaN.
 *
 * @param lag dates of the analysis that are looked back
 * @param autocorrelation correlation of the ranks of a date with those {@code lag} dates before, over assets observed on both
 * @param meanAutocorrelation of the dates with a value
 * @param turnover per quantile, from the lowest scores: share of its assets that were not in it {@code lag} dates before
 * @param meanTurnover one per quantile
 */
public record Stability(
        int lag, double[] autocorrelation, double meanAutocorrelation, double[][] turnover, double[] meanTurnover) {}
