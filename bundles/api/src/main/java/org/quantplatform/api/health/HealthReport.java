package org.quantplatform.api.health;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the platform is.
 *
 * @param status {@code ok}, {@code starting} or {@code unavailable}
 * @param database null while it cannot be reached
 * @param jobs number by status {@code queued} and {@code running}
 * @param problems what keeps it from being ready, in words by part; empty when ready
 */
public record HealthReport(
        String status,
        String version,
        long uptimeSeconds,
        @Nullable DatabaseInfo database,
        PluginCounts plugins,
        Map<String, Long> jobs,
        Map<String, String> problems) {

    /**
     * The database in use.
     *
     * @param kind {@code embedded} or {@code external}
     * @param timescaledb its version, null when the server does not have it
     * @param bars {@code hypertable} when daily bars are kept by TimescaleDB, {@code partitioned} on plain PostgreSQL
     */
    public record DatabaseInfo(String kind, String version, @Nullable String timescaledb, String bars) {}

    /** How many plug-ins there are. */
    public record PluginCounts(long active, long quarantined) {}

    public boolean ready() {
        return status.equals("ok");
    }
}
