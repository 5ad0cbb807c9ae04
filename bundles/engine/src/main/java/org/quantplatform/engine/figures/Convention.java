package org.quantplatform.engine.figures;

import org.quantplatform.engine.stats.Statistics;

/**
 * What figures are annualised with and measured against.
 *
 * @param periods in a year, above 0
 * @param riskFree return of one period
 */
public record Convention(double periods, double riskFree) {

    /** 252 periods, nothing free of risk. */
    public static final Convention DAILY = new Convention(Statistics.PERIODS, 0);

    public Convention {
        if (!(periods > 0) || Double.isInfinite(periods) || !(riskFree > -1) || Double.isInfinite(riskFree)) {
            throw new IllegalArgumentException(
                    "periods must be above 0 and the risk-free return above -1, were " + periods + " and " + riskFree);
        }
    }

    /** @param riskFree per year, above -1; a period's is {@code (1 + riskFree)^(1 / periods) - 1} */
    public static Convention ofYear(double periods, double riskFree) {
        return new Convention(periods, StrictMath.pow(1 + riskFree, 1 / periods) - 1);
    }
}
