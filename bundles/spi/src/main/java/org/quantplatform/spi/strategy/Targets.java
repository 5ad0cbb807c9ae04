package org.quantplatform.spi.strategy;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes a strategy's decision of one day. Weights state the whole portfolio: an asset that is not {@link #set} is sold.
 * A strategy that wants no trade on a day says {@link #hold} instead.
 */
@ProviderType
public interface Targets {

    /**
     * @param weight fraction of the portfolio's value, negative for a short position; the absolute weights should not add
     *     up to more than the run's leverage, 1 unless the request says otherwise; what is left stays cash
     * @throws IllegalArgumentException when the weight is not a number, or is negative in a run that allows no short
     *     positions
     */
    void set(int asset, double weight);

    /**
     * Leaves the portfolio as it is.
     *
     * @throws IllegalStateException when a weight was set on the same day
     */
    void hold();
}
