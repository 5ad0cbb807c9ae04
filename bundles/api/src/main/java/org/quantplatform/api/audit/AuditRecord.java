package org.quantplatform.api.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done or refused.
 *
 * @param id place in the log, from 1 without a gap
 * @param timestamp of the last time when it happened more than once
 * @param username empty for nobody, {@code bundle:<symbolic name>} for a plug-in
 * @param resource id of what it was done to; null when there is none
 * @param status {@code ok}, {@code denied} or {@code failed}
 * @param count how often it happened: those who are refused again within a minute are counted in one record
 */
public record AuditRecord(
        long id,
        Instant timestamp,
        String username,
        String action,
        @Nullable String resource,
        String status,
        String address,
        long count) {}
