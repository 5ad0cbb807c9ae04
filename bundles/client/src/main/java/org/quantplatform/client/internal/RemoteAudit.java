package org.quantplatform.client.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.Audit;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;

/** {@code /audit}. */
public final class RemoteAudit implements Audit {

    private static final Duration VERIFIED_WITHIN = Duration.ofMinutes(10);

    private final Http http;

    public RemoteAudit(Http http) {
        this.http = http;
    }

    @Override
    public Page<AuditRecord> list(AuditQuery query, PageRequest page) {
        String path = Query.of("/audit")
                .page(page)
                .with("username", query.username())
                .with("action", query.action())
                .with("resource", query.resource())
                .with("status", query.status())
                .with("address", query.address())
                .with("from", query.from())
                .with("to", query.to())
                .toString();
        return http.send(Call.get(path)).page("records", AuditRecord.class);
    }

    @Override
    public AuditVerification verify(@Nullable String anchor) {
        String path = Query.of("/audit/verify").with("anchor", anchor).toString();
        return http.send(Call.action(path), VERIFIED_WITHIN).as(AuditVerification.class);
    }
}
