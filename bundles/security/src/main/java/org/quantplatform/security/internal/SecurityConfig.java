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

    @AttributeDefinition(name = "Requests per second that one user may send on average; 0 for any number")
    int user_rate_per_second() default 200;

    @AttributeDefinition(name = "Requests that a user who was quiet may send at once")
    int user_rate_burst() default 1000;
}
