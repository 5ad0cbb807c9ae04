package org.quantplatform.rest.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.Audit;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.model.QuantException;

/** Three records, of which the second is told to be broken when the anchor is {@code 2:bad}. */
final class MemoryAudit implements Audit {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final List<AuditRecord> ALL = List.of(
            new AuditRecord(3, NOON.plusSeconds(60), "", "session.open", null, "denied", "10.0.0.1", 17),
            new AuditRecord(2, NOON, "local", "backtest.submit", "bt_1", "ok", "127.0.0.1", 1),
            new AuditRecord(1, NOON.minusSeconds(60), "local", "strategy.create", "mine", "ok", "127.0.0.1", 1));

    @Override
    public Page<AuditRecord> list(AuditQuery query, PageRequest page) {
        return Page.cut(
                ALL.stream()
                        .filter(r -> matches(query.username(), r.username())
                                && matches(query.action(), r.action())
                                && matches(query.resource(), r.resource())
                                && matches(query.status(), r.status())
                                && matches(query.address(), r.address()))
                        .filter(r -> query.from() == null || !r.timestamp().isBefore(query.from()))
                        .filter(r -> query.to() == null || r.timestamp().isBefore(query.to()))
                        .toList(),
                page);
    }

    @Override
    public AuditVerification verify(@Nullable String anchor) {
        if ("wrong".equals(anchor)) {
            throw QuantException.invalid("anchor", "must be a number, ':' and the 64 hexadecimal digits of its hash");
        }
        return "2:bad".equals(anchor)
                ? new AuditVerification(false, 1, 1, 1, "ab".repeat(32), new AuditVerification.Broken(2, "was changed"))
                : new AuditVerification(true, 3, 1, 3, "cd".repeat(32), null);
    }

    private static boolean matches(@Nullable String wanted, @Nullable String found) {
        return wanted == null || Objects.equals(wanted, found);
    }
}
