package org.quantplatform.spi.factor;

import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.model.ScoreMatrix;

/**
 * A factor whose scores depend on other assets only through something that all of them share, such as the market's return.
 * The platform prepares it once from all assets and then hands these over in groups, on several threads.
 *
 * @param <P> the parameter record
 * @param <C> what the assets share; several threads read it, nobody may change it
 */
@ConsumerType
public interface PreparedFactor<P extends Record, C> extends Factor<P> {

    /** What holds for a day may depend on that day and earlier ones only. */
    C prepare(FactorInput all, P parameters);

    /**
     * Fills {@code out} for a group of the assets that were prepared. The scores are the same to the last bit whatever the
     * groups.
     */
    void score(FactorInput group, C prepared, P parameters, ScoreMatrix out);

    @Override
    default void compute(FactorInput input, P parameters, ScoreMatrix out) {
        score(input, prepare(input, parameters), parameters, out);
    }
}
