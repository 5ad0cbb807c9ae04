package org.quantplatform.spi.strategy;

import org.osgi.annotation.versioning.ProviderType;

/** Takes a strategy's target weights. */
@ProviderType
public interface Targets {

    /**
     * @param weight fraction of the portfolio's value; the sum over assets should not exceed 1, what is left stays cash
     * @throws IllegalArgumentException when the weight is negative or not a number
     */
    void set(int asset, double weight);
}
