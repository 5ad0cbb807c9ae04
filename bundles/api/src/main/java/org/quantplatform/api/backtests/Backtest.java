package org.quantplatform.api.backtests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobStatus;

/**
 * A run as it stands.
 *
 * @param progress percent, 0 to 100
 * @param strategyName of the stored strategy, or the plug-in's id
 * @param summary null until completed
 * @param manifest null until the run has been prepared
 * @param error null unless failed
 * @param links by name: {@code self}, {@code events}
 */
public record Backtest(
        String backtestId,
        JobStatus status,
        int progress,
        @Nullable String strategyId,
        String strategyName,
        LocalDate startDate,
        LocalDate endDate,
        double initialCapital,
        String currency,
        @Nullable BacktestSummary summary,
        @Nullable String fullResultsUrl,
        @Nullable Manifest manifest,
        List<String> warnings,
        @Nullable String error,
        Map<String, String> links,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
