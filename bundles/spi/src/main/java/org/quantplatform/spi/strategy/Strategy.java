package org.quantplatform.spi.strategy;

import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.model.Rebalance;

/**
 * Decides what to hold. Stateless: one instance serves all threads.
 *
 * @param <P> the parameter record
 */
@ConsumerType
public interface Strategy<P extends Record> {

    Class<P> parameterType();

    /** When to decide, unless the strategy's definition says otherwise. */
    default Rebalance schedule(P parameters) {
        return Rebalance.MONTH_END;
    }

    /** True when it decides by scores, so that a definition without factors is refused. */
    default boolean needsScores() {
        return true;
    }

    /** Sets the target weights after the close of {@code snapshot.date()}; an asset that is not set is sold. */
    void decide(Snapshot snapshot, P parameters, Targets out);
}
