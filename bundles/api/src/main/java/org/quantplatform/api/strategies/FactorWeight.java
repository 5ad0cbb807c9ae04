package org.quantplatform.api.strategies;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A factor's share in a combined score.
 *
 * @param weight may be negative: then low scores are wanted
 * @param parameters by snake_case name; what is left out has the plug-in's default
 */
public record FactorWeight(String factor, double weight, Map<String, Object> parameters) {

    public FactorWeight(String factor, double weight, @Nullable Map<String, Object> parameters) {
        this.factor = factor;
        this.weight = weight;
        this.parameters = parameters == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
