package org.quantplatform.api.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Long work.
 *
 * @param id of the backtest or import that it makes
 * @param kind {@code backtest} or {@code import}
 * @param progress percent, 0 to 100
 * @param attempts how often it was started; more than 1 after a server was lost
 */
public record Job(
        String id,
        String kind,
        JobStatus status,
        int progress,
        int attempts,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
