package org.quantplatform.api.factors;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A factor to be analysed.
 *
 * @param parameters by snake_case name; what is left out has the factor's default
 * @param weight in a combination with given weights, 1 when left out; may be negative
 * @param name how it is called in the answer, 1 to 64 characters; as {@code factor} when left out
 */
public record FactorChoice(
        @Nullable String factor, Map<String, Object> parameters, @Nullable Double weight, @Nullable String name) {

    public FactorChoice(
            @Nullable String factor,
            @Nullable Map<String, Object> parameters,
            @Nullable Double weight,
            @Nullable String name) {
        this.factor = factor;
        this.parameters = parameters == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(parameters));
        this.weight = weight;
        this.name = name;
    }

    /** Called as its factor is. */
    public FactorChoice(@Nullable String factor, @Nullable Map<String, Object> parameters, @Nullable Double weight) {
        this(factor, parameters, weight, null);
    }
}
