package org.quantplatform.api.strategies;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.Universe;

/**
 * A stored strategy with every default filled in.
 *
 * @param version counts up with each change, from 1
 * @param optimizer null for the strategy's own weights
 * @param combination null for the weights given with the factors
 */
public record StoredStrategy(
        String id,
        String name,
        String description,
        String plugin,
        Map<String, Object> parameters,
        List<FactorWeight> factors,
        Universe universe,
        Constraints constraints,
        @Nullable Rebalance rebalanceFrequency,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable OptimizerChoice optimizer,
        @Nullable FactorCombination combination) {

    /** With the strategy's own weights. */
    public StoredStrategy(
            String id,
            String name,
            String description,
            String plugin,
            Map<String, Object> parameters,
            List<FactorWeight> factors,
            Universe universe,
            Constraints constraints,
            @Nullable Rebalance rebalanceFrequency,
            int version,
            Instant createdAt,
            Instant updatedAt) {
        this(
                id,
                name,
                description,
                plugin,
                parameters,
                factors,
                universe,
                constraints,
                rebalanceFrequency,
                version,
                createdAt,
                updatedAt,
                null,
                null);
    }
}
