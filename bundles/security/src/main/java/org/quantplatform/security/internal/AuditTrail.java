package org.quantplatform.security.internal;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.Audit;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;

/** Lets callers read the audit log. */
@Component
public final class AuditTrail implements CallerService<Audit> {

    private final AuditLog log;

    @Activate
    public AuditTrail(@Reference AuditLog log) {
        this.log = log;
    }

    @Override
    public Class<Audit> type() {
        return Audit.class;
    }

    @Override
    public Audit forCaller(Caller caller) {
        return new Audit() {

            @Override
            public Page<AuditRecord> list(AuditQuery query, PageRequest page) {
                return log.list(query, page);
            }

            @Override
            public AuditVerification verify(@Nullable String anchor) {
                return log.verify(anchor);
            }
        };
    }
}
