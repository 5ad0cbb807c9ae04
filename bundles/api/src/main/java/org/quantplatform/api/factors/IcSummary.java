package org.quantplatform.api.factors;

/**
 * Information coefficients over dates.
 *
 * @param dates with a value
 * @param std ddof 1
 * @param icir {@code mean / std}
 * @param t {@code icir * sqrt(dates)}, as if the dates were independent
 * @param tNeweyWest {@code mean} over its standard error by Newey and West with {@code horizon - 1} lags
 * @param positive share of the dates with a value above 0
 */
public record IcSummary(
        int dates, double mean, double std, double icir, double t, double tNeweyWest, double positive) {}
