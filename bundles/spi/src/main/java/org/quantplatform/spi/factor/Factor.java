package org.quantplatform.spi.factor;

import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.model.ScoreMatrix;

/**
 * Scores every asset on every day; higher is better. Stateless: one instance serves all threads.
 *
 * @param <P> the parameter record
 */
@ConsumerType
public interface Factor<P extends Record> {

    Class<P> parameterType();

    Requirements requires(P parameters);

    /**
     * Fills {@code out}, which starts as all NaN. The score of a day may depend on that day and earlier ones only: when
     * later days are cut off, earlier scores stay the same to the last bit.
     */
    void compute(FactorInput input, P parameters, ScoreMatrix out);
}
