package org.quantplatform.api.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobStatus;

/**
 * An update that is repeated, and how it went last.
 *
 * @param owner in whose name it runs
 * @param timing a cron expression, or how long after the close
 * @param nextRun when it is due; in the past while a server is about to run it
 * @param lastRun null when it never ran
 * @param lastUpdate id of the update that the last run made; null when it made none
 * @param lastStatus of that update
 * @param lastError why the last run made no update, or why its update failed
 */
public record Schedule(
        String scheduleId,
        String owner,
        UpdateRequest update,
        String timing,
        String timeZone,
        Instant nextRun,
        @Nullable Instant lastRun,
        @Nullable String lastUpdate,
        @Nullable JobStatus lastStatus,
        @Nullable String lastError) {}
