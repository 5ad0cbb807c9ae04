package org.quantplatform.api.factors;

/**
 * Returns over dates, each over the horizon.
 *
 * @param dates with a value
 * @param std ddof 1
 * @param t {@code mean / std * sqrt(dates)}, as if the dates were independent
 * @param tNeweyWest {@code mean} over its standard error by Newey and West with {@code horizon - 1} lags
 * @param positive share of the dates with a value above 0
 */
public record ReturnSummary(int dates, double mean, double std, double t, double tNeweyWest, double positive) {}
