package org.quantplatform.rest.internal.front;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What may be set about the HTTP API; read from {@code etc/org.quantplatform.rest.cfg}. */
@ObjectClassDefinition(name = "HTTP API")
public @interface RestSettings {

    @AttributeDefinition(
            description = "Names by which the server may be addressed beside localhost, separated by commas; * for any")
    String hosts() default "";

    @AttributeDefinition(
            description =
                    "Origins of web pages that may call the API from a browser, separated by commas; none when empty")
    String cors_origins() default "";

    @AttributeDefinition(description = "Largest JSON body of a request, in KB")
    int body_limit_kb() default 1024;

    @AttributeDefinition(description = "Largest upload of one import, all files together, in MB")
    int import_limit_mb() default 512;

    @AttributeDefinition(description = "Event streams that one address may keep open at the same time")
    int streams_per_address() default 20;

    @AttributeDefinition(description = "Seconds between signs of life on an event stream on which nothing happens")
    int stream_ping_seconds() default 20;
}
