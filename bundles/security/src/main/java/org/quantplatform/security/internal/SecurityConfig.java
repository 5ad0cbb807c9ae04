package org.quantplatform.security.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the security bundle. */
@ObjectClassDefinition(id = "org.quantplatform.security", name = "Security")
@interface SecurityConfig {

    @AttributeDefinition(name = "Auth modes that are asked, in this order, separated by commas")
    String modes() default "local";
}
