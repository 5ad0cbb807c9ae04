package org.quantplatform.api.statistics;

/**
 * What statistics are annualised with and measured against.
 *
 * @param periods of the run in a year, above 0 and at most 1,000,000
 * @param riskFree return per year, -0.5 to 10; a period's is {@code (1 + riskFree)^(1 / periods) - 1}
 */
public record Basis(double periods, double riskFree) {

    /** 252 periods, nothing free of risk. */
    public static final Basis DAILY = new Basis(252, 0);
}
