package org.quantplatform.api.audit;

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
}
