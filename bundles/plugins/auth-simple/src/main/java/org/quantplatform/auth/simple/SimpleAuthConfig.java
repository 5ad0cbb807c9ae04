package org.quantplatform.auth.simple;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the mode. */
@ObjectClassDefinition(id = "org.quantplatform.auth.simple", name = "Auth mode simple")
@interface SimpleAuthConfig {

    @AttributeDefinition(name = "Hours after which a session ends, whether it was used or not")
    int session_hours() default 168;
}
