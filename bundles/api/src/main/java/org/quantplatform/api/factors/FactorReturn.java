package org.quantplatform.api.factors;

/**
 * Returns of the portfolio with weights {@code (f - mean f) / sum |f - mean f|}, and their regression on the mean forward
 * return of the universe.
 *
 * @param alpha annualised: {@code (1 + a)^(252 / horizon) - 1} with the constant {@code a}
 */
public record FactorReturn(ReturnSummary returns, double alpha, double beta, double rSquared) {}
