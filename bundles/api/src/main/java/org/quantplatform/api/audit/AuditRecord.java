package org.quantplatform.api.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done or refused.
 *
 * @param resource id of what it was done to; null when there is none
 * @param status {@code ok}, {@code denied} or {@code failed}
 */
public record AuditRecord(
        long id,
        Instant timestamp,
        String username,
        String action,
        @Nullable String resource,
        String status,
        String address) {}
