package org.quantplatform.store.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What may be set about the store; read from {@code etc/org.quantplatform.store.cfg}. */
@ObjectClassDefinition(name = "Storage")
public @interface StoreSettings {

    /** Of the components' configuration. */
    String PID = "org.quantplatform.store";

    @AttributeDefinition(description = "Folder of the panel cache, absolute or below the data folder")
    String panel_folder() default "panels";

    @AttributeDefinition(description = "Memory for panels, in MB", min = "0", max = "1000000")
    int panel_memory_mb() default 512;

    @AttributeDefinition(description = "Space on disk for panels, in MB; 0 turns the cache on disk off", min = "0")
    int panel_disk_mb() default 4096;

    @AttributeDefinition(description = "Whether bars are moved into a hypertable where the server has TimescaleDB")
    boolean timescale() default true;

    @AttributeDefinition(description = "Seconds after which a query of the platform is given up", min = "1")
    int query_timeout_seconds() default 60;
}
