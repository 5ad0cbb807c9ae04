package org.quantplatform.client.internal;

import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.Audit;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;

/** {@code /audit}. */
public final class RemoteAudit implements Audit {

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
                .toString();
        return http.send(Call.get(path)).page("records", AuditRecord.class);
    }
}
