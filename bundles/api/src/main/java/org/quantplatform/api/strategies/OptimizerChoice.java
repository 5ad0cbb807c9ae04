package org.quantplatform.api.strategies;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who shares the portfolio among the assets that a strategy chose.
 *
 * @param plugin id of the optimizer plug-in
 * @param parameters by snake_case name; what is left out has the plug-in's default
 */
public record OptimizerChoice(String plugin, Map<String, Object> parameters) {

    public OptimizerChoice(String plugin, @Nullable Map<String, Object> parameters) {
        this.plugin = plugin;
        this.parameters = parameters == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
