package org.quantplatform.api.audit;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;

/** The audit log. */
@ProviderType
public interface Audit {

    /** Latest first. */
    @Access(Permission.AUDIT_READ)
    Page<AuditRecord> list(AuditQuery query, PageRequest page);

    /**
     * Reads the whole log and finds the first record that was changed or is missing.
     *
     * @param anchor {@code <id>:<hash>} as an earlier verification told them; null for none
     * @throws org.quantplatform.model.QuantException {@code INVALID_REQUEST} on {@code anchor}
     */
    @Access(value = Permission.AUDIT_READ, audit = "audit.verify")
    AuditVerification verify(@Nullable String anchor);
}
