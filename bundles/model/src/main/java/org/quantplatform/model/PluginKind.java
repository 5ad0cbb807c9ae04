package org.quantplatform.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a plug-in extends. */
public enum PluginKind {
    FACTOR,
    STRATEGY,
    SOURCE,
    COST,
    OPTIMIZER,
    /** Trading rules and calendar of a market. */
    RULES,
    RISK,
    REPORT,
    AUTH,
    /** A bundle that could not be started, so that what is in it stays unknown; its id is the name of its file. */
    BUNDLE;

    /** Lower case, as it stands in paths and documents. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PluginKind> find(String code) {
        return Arrays.stream(values())
                .filter(k -> k.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
