package org.quantplatform.source.polygon.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Data source Polygon (Massive)")
@interface PolygonConfig {

    @AttributeDefinition(name = "Address of the service, without a path")
    String address() default "https://api.massive.com";

    @AttributeDefinition(name = "Address of trades and quotes of the moment")
    String feed_address() default "wss://socket.massive.com/stocks";

    @AttributeDefinition(
            name = "Name of the stored secret that is the key",
            description = "The source's own name when left out",
            required = false)
    String key_secret() default "";

    @AttributeDefinition(name = "Requests in a minute that the plan allows, 0 for no limit", min = "0")
    int requests_per_minute() default 5;
}
