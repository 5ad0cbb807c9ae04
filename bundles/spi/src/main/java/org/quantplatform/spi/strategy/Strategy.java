package org.quantplatform.spi.strategy;

import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.model.Field;
import org.quantplatform.model.Rebalance;
import org.quantplatform.spi.factor.Requirements;

/**
 * Decides what to hold. Stateless: one instance serves all threads. A strategy whose position in an asset is a column of
 * its own, whatever is held, may implement {@link PositionColumn} beside this, for fast parameter searches.
 *
 * @param <P> the parameter record
 */
@ConsumerType
public interface Strategy<P extends Record> {

    Class<P> parameterType();

    /** What {@link Snapshot#ago} and {@link Snapshot#history} may be asked for; the day's close unless overridden. */
    default Requirements requires(P parameters) {
        return Requirements.of(1, Field.CLOSE);
    }

    /** When to decide, unless the strategy's definition says otherwise. */
    default Rebalance schedule(P parameters) {
        return Rebalance.MONTH_END;
    }

    /** True when it decides by scores, so that a definition without factors is refused. */
    default boolean needsScores() {
        return true;
    }

    /**
     * Sets the target weights after the close of {@code snapshot.date()}; an asset that is not set is sold, unless the
     * strategy holds or places orders instead (see {@link Targets}).
     */
    void decide(Snapshot snapshot, P parameters, Targets out);
}
