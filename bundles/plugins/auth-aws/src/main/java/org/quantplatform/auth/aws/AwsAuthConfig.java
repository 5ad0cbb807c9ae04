package org.quantplatform.auth.aws;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the mode. */
@ObjectClassDefinition(id = "org.quantplatform.auth.aws", name = "Auth mode aws")
@interface AwsAuthConfig {

    @AttributeDefinition(name = "Names of this server that a login may be signed for, separated by commas")
    String server_names() default "";

    @AttributeDefinition(name = "AWS accounts whose every user and role is let in, separated by commas")
    String accounts() default "";

    @AttributeDefinition(name = "ARNs of users and roles that are let in, separated by commas; * stands for any text")
    String arns() default "";

    @AttributeDefinition(name = "ARNs of roles whose session names tell people apart")
    String session_roles() default "";

    @AttributeDefinition(name = "Role of a user at the first login: viewer, user, analyst or admin")
    String role() default "user";

    @AttributeDefinition(name = "Addresses of STS that a login may be signed for, separated by commas")
    String endpoints() default "https://sts.amazonaws.com,https://sts.{region}.amazonaws.com";

    @AttributeDefinition(name = "Minutes after which a session ends, whether it was used or not")
    int session_minutes() default 60;
}
