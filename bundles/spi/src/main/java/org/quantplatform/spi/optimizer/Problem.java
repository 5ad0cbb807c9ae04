package org.quantplatform.spi.optimizer;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The assets that a strategy chose on a day, in ASCII order of their tickers; at least one. */
@ProviderType
public interface Problem {

    int assets();

    String ticker(int asset);

    Optional<String> sector(int asset);

    /** What the strategy would hold, above 0. */
    double wanted(int asset);

    /** Sum of what the strategy would hold, which the solution shares out: above 0 and at most the run's leverage. */
    double budget();

    /**
     * Simple returns of an asset up to the day of the decision, the oldest first, adjusted as the signals are; as many as
     * the optimizer asked for, NaN where a price is missing or before the data.
     */
    double[] returns(int asset);
}
