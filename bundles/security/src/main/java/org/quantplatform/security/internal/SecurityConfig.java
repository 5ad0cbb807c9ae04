package org.quantplatform.security.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the security bundle. */
@ObjectClassDefinition(id = "org.quantplatform.security", name = "Security")
public @interface SecurityConfig {

    @AttributeDefinition(name = "Auth modes that are asked, in this order, separated by commas")
    String modes() default "local";

    @AttributeDefinition(name = "Work of one bcrypt hash as a power of two, 12 to 20")
    int password_cost() default 12;
}
