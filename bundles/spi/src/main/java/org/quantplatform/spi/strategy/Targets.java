package org.quantplatform.spi.strategy;

import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.model.Order;

/**
 * Takes a strategy's decision of one day, in one of two ways. Weights state the whole portfolio: an asset that is not
 * {@link #set} is sold. {@link #hold}, {@link #order} and {@link #cancel} state changes only: what they do not name stays.
 * Using both ways on one day is refused with an {@link IllegalStateException}.
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

    /** Leaves positions and open orders as they are; setting weights cancels all open orders. */
    void hold();

    /**
     * Places an order that works from the next bar on. In a run without short positions no more is sold than is held.
     *
     * @throws IllegalArgumentException when the order asks for a negative weight in a run without short positions
     */
    void order(int asset, Order order);

    /** Cancels all open orders of an asset. */
    void cancel(int asset);
}
