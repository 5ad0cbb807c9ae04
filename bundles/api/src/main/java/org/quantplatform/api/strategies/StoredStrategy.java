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
        Instant updatedAt) {}
