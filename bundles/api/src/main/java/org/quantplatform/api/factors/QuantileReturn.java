package org.quantplatform.api.factors;

/**
 * Forward returns of the assets of one quantile.
 *
 * @param quantile from 1, the lowest scores
 * @param count observations, pairs of date and asset
 * @param mean over all observations, each with the same weight
 * @param std of them, ddof 1
 * @param demeaned mean after the universe's mean of the date is taken away from each
 */
public record QuantileReturn(int quantile, long count, double mean, double std, double demeaned) {}
