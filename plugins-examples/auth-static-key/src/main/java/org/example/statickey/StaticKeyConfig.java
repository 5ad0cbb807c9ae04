package org.example.statickey;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What stands in {@code etc/org.example.statickey.cfg}. */
@ObjectClassDefinition(name = "Auth mode static-key")
@interface StaticKeyConfig {

    @AttributeDefinition(name = "The key, 32 characters at least; shorter ones let nobody in")
    String key() default "";

    @AttributeDefinition(name = "Name of the user whom the key lets in")
    String username() default "robot";

    @AttributeDefinition(name = "What that user may do: viewer, user, analyst or admin")
    String role() default "viewer";
}
