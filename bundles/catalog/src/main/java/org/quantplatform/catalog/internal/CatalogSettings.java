package org.quantplatform.catalog.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What may be set about plug-ins; read from {@code etc/org.quantplatform.catalog.cfg}. */
@ObjectClassDefinition(name = "Plug-ins")
@interface CatalogSettings {

    @AttributeDefinition(description = "Folder of dropped jars, absolute or below the server's folder")
    String deploy_directory() default "deploy";

    @AttributeDefinition(description = "Which jars of that folder are taken: open, or signed-only")
    String policy() default "open";

    @AttributeDefinition(
            description = "Certificates, in PEM, of those who may sign plug-ins, absolute or below the server's folder")
    String policy_signers() default "etc/plugin-signers.pem";

    @AttributeDefinition(description = "Folder of admitted jars, absolute or below the data folder")
    String archive_directory() default "plugins";

    @AttributeDefinition(description = "Milliseconds of processor time for trying a plug-in", min = "1")
    long probe_cpu_millis() default 3_000;

    @AttributeDefinition(description = "Milliseconds after which a plug-in being tried is given up", min = "1")
    long probe_deadline_millis() default 15_000;

    @AttributeDefinition(description = "Memory allocated while trying a plug-in, in MB", min = "1")
    long probe_memory_mb() default 512;

    @AttributeDefinition(description = "Microseconds of processor time per asset and day for a factor", min = "1")
    long probe_cell_micros() default 100;

    @AttributeDefinition(description = "Bytes allocated per asset and day by a factor", min = "1")
    long probe_cell_bytes() default 4_096;
}
