package org.quantplatform.api.factors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.plugins.PluginParameter;

/**
 * A factor that may be used.
 *
 * @param version of the bundle that it comes from
 * @param needs under the default parameters; null when these alone make no factor
 */
public record FactorInfo(
        String id,
        String title,
        List<String> tags,
        String version,
        List<PluginParameter> parameters,
        @Nullable Needs needs) {

    /**
     * What a factor reads.
     *
     * @param history trading days that a score looks at, the day itself included
     * @param fields prices, volume and items of the accounts, in order of name
     * @param crossSection true when the score of an asset depends on others
     */
    public record Needs(int history, List<String> fields, boolean crossSection) {}
}
