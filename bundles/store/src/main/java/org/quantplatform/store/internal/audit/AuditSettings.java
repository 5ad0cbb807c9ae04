package org.quantplatform.store.internal.audit;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What may be set about the audit log; read from {@code etc/org.quantplatform.store.audit.cfg}. */
@ObjectClassDefinition(name = "Audit log")
public @interface AuditSettings {

    /** Of the component's configuration. */
    String PID = "org.quantplatform.store.audit";

    @AttributeDefinition(description = "Days that records are kept; 0 keeps them for ever", min = "0", max = "36500")
    int retention_days() default 0;
}
