package org.quantplatform.core.identity;

import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;

/** The audit log; records are added, never changed. */
public interface AuditLog {

    /**
     * Durable when it returns.
     *
     * @param resource id of what it was done to, null when there is none
     * @param status {@code ok}, {@code denied} or {@code failed}
     */
    void append(Caller caller, String action, @Nullable String resource, String status);

    /** Latest first. */
    Page<AuditRecord> list(AuditQuery query, PageRequest page);
}
