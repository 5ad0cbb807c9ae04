package org.quantplatform.spi.strategy;

import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.spi.factor.FactorInput;

/**
 * What a {@link Strategy} may add when its position in an asset follows from that asset's own past alone: all days at once,
 * so that a search over many parameters needs no simulation day by day. Both forms must tell the same story.
 *
 * @param <P> the strategy's parameter record
 */
@ConsumerType
public interface PositionColumn<P extends Record> {

    byte LONG = 1;
    byte FLAT = 0;
    byte SHORT = -1;

    /**
     * Fills {@code out}, which starts as all {@link #FLAT}, with the position wanted after the close of each day. The
     * position of a day may depend on that day and earlier ones only; only fields that the strategy requires may be read.
     *
     * @param out one place per day of {@code input}
     */
    void positions(FactorInput input, int asset, P parameters, byte[] out);
}
