package org.quantplatform.spi.cost;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.model.Market;

/**
 * Commissions, taxes and fees of fills. Stateless: one instance serves all threads.
 *
 * @param <P> the parameter record
 */
@ConsumerType
public interface CostModel<P extends Record> {

    Class<P> parameterType();

    /** Markets whose rules it knows. */
    Set<Market> markets();

    Costs cost(Fill fill, P parameters);
}
