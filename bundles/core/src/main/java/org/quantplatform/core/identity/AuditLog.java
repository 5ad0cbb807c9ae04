package org.quantplatform.core.identity;

import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;

/** The audit log; records are added, never changed. */
public interface AuditLog {

    /**
     * Durable when it returns; what is denied to the same caller again within a minute is counted and recorded then.
     *
     * @param resource id of what it was done to, null when there is none
     * @param status {@code ok}, {@code denied} or {@code failed}
     */
    void append(Caller caller, String action, @Nullable String resource, String status);

    /** Latest first. */
    Page<AuditRecord> list(AuditQuery query, PageRequest page);

    /** @param anchor {@code <id>:<hash>}, null for none */
    AuditVerification verify(@Nullable String anchor);
}
