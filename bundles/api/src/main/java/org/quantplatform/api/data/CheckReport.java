package org.quantplatform.api.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.Market;

/**
 * What a check of the data found. Nothing is mended: bars that are found wanting are flagged, stay visible, and are left out
 * by requests with quality {@code strict} alone.
 *
 * @param instruments how many were checked
 * @param bars how many were checked
 * @param findings by rule; those of the rule {@code missing_sessions} count runs of days without a bar, those of
 *     {@code not_compared} instruments and reasons, all others bars
 * @param comparison null when none was asked for, or while it runs
 * @param snapshot in which flags changed; null when none did or while it runs
 */
public record CheckReport(
        String checkId,
        JobStatus status,
        int progress,
        Market market,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        long instruments,
        long bars,
        Map<String, Long> findings,
        @Nullable Comparison comparison,
        @Nullable String snapshot,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant finishedAt) {}
