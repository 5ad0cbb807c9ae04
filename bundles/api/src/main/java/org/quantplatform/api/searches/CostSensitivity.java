package org.quantplatform.api.searches;

/**
 * How a run's result depends on its costs.
 *
 * @param multiples of the run's costs, ascending; the other arrays run beside them
 * @param breakEven multiple at which the total return is 0, by a straight line between neighbours; NaN when it never is
 */
public record CostSensitivity(
        double[] multiples, double[] objectives, double[] totalReturns, double[] totalCosts, double breakEven) {}
