package org.quantplatform.embeddeddb.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What may be set about the embedded server; read from {@code etc/org.quantplatform.embeddeddb.cfg}. */
@ObjectClassDefinition(name = "Embedded database")
@interface EmbeddedSettings {

    @AttributeDefinition(description = "Folder of the server's files, absolute or below the data folder")
    String directory() default "postgres";

    @AttributeDefinition(description = "Port on 127.0.0.1; 0 chooses a free one at first start and keeps it")
    int port() default 0;

    @AttributeDefinition(description = "Connections that the server accepts")
    int max_connections() default 50;

    @AttributeDefinition(description = "Memory for the server's page cache, in MB")
    int shared_buffers_mb() default 128;

    @AttributeDefinition(description = "Connections that the platform keeps at most")
    int pool_size() default 20;
}
