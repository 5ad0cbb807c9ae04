package org.quantplatform.research.internal.jobs;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the job runner. */
@ObjectClassDefinition(id = "org.quantplatform.research", name = "Jobs")
public @interface JobsConfig {

    @AttributeDefinition(name = "Jobs that run at once; 0 for one less than there are processors, at least 1")
    int workers() default 0;

    @AttributeDefinition(name = "Jobs of one user that run at once")
    int per_user() default 2;

    @AttributeDefinition(name = "Jobs that may wait; more are refused")
    int queue_limit() default 100;

    @AttributeDefinition(name = "Seconds after which a job whose server no longer answers for it is run again")
    int lease_seconds() default 30;

    @AttributeDefinition(name = "Times that a job is started before it is given up")
    int max_attempts() default 3;
}
