package org.quantplatform.api.plugins;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.PluginKind;

/**
 * A plug-in that is there.
 *
 * @param reason why it is quarantined; null while active or on probation
 */
public record PluginInfo(
        PluginKind kind,
        String id,
        String title,
        List<String> tags,
        Status status,
        @Nullable String reason,
        BundleInfo bundle,
        List<PluginParameter> parameters,
        Instant since) {

    /** Whether it is offered. */
    public enum Status {
        /** Being probed. */
        PROBATION,
        ACTIVE,
        /** Not offered, because of the reason given. */
        QUARANTINED
    }

    /** The bundle it comes from. */
    public record BundleInfo(String symbolicName, String version, String sha256) {}
}
