package org.quantplatform.core.plugins;

import java.util.Map;
import org.quantplatform.model.PluginPin;

/**
 * A plug-in with its parameters, pinned: it keeps working when its bundle leaves.
 *
 * @param parameters instance of the plug-in's parameter record; {@link NoParameters} for kinds without
 * @param values every parameter by snake_case name in JSON types, defaults filled in, in order of name
 */
public record BoundPlugin<S>(S service, Record parameters, Map<String, Object> values, PluginPin pin) {

    /** Stands for the parameters of a plug-in that has none. */
    public record NoParameters() {}
}
