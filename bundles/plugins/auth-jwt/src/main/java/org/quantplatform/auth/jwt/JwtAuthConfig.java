package org.quantplatform.auth.jwt;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the mode. */
@ObjectClassDefinition(id = "org.quantplatform.auth.jwt", name = "Auth mode jwt")
@interface JwtAuthConfig {

    @AttributeDefinition(name = "Minutes after which an access token expires, at most 1440")
    int access_minutes() default 60;

    @AttributeDefinition(name = "Hours after which a session ends that is not refreshed")
    int refresh_hours() default 168;

    @AttributeDefinition(name = "Days after which a session ends, however often it was refreshed")
    int session_days() default 30;

    @AttributeDefinition(name = "How tokens are signed: RS256 or EdDSA")
    String algorithm() default "RS256";

    @AttributeDefinition(name = "Days after which tokens are signed with a new key")
    int key_days() default 90;

    @AttributeDefinition(name = "Who gives the tokens (iss)")
    String issuer() default "quant-platform";

    @AttributeDefinition(name = "For whom the tokens are (aud)")
    String audience() default "quant-platform";
}
