package org.quantplatform.api.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Narrows the log; null means any.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record AuditQuery(
        @Nullable String username,
        @Nullable String action,
        @Nullable String resource,
        @Nullable String status,
        @Nullable String address,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null, null);

    public AuditQuery ofUser(String wanted) {
        return new AuditQuery(wanted, action, resource, status, address, from, to);
    }

    public AuditQuery ofAction(String wanted) {
        return new AuditQuery(username, wanted, resource, status, address, from, to);
    }
}
