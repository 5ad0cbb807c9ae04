package org.quantplatform.rest.internal.cache;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What may be set about answers that are kept; read from {@code etc/org.quantplatform.rest.cache.cfg}. */
@ObjectClassDefinition(name = "Cache of answers")
public @interface CacheSettings {

    @AttributeDefinition(description = "Answers of finished work that are kept in memory, in MB; 0 for none")
    int memory_mb() default 64;

    @AttributeDefinition(
            description =
                    "A Redis that several servers share, such as redis://user:password@host:6379/0; none when empty")
    String redis_url() default "";
}
