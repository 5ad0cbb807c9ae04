package org.quantplatform.spi.optimizer;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Stands between a strategy's choice and what is traded: the strategy says which assets, the optimizer how much of each.
 * Stateless: one instance serves all threads.
 *
 * @param <P> the parameter record
 */
@ConsumerType
public interface Optimizer<P extends Record> {

    Class<P> parameterType();

    /** Returns that a problem should come with, 0 to 10000. */
    int history(P parameters);

    Solution solve(Problem problem, P parameters);
}
