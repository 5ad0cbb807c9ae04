package org.quantplatform.research.internal.scores;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the factor scores. */
@ObjectClassDefinition(id = ScoresConfig.PID, name = "Factor scores")
public @interface ScoresConfig {

    /** Of the components' configuration. */
    String PID = "org.quantplatform.research.scores";

    @AttributeDefinition(name = "Memory for scores that were computed, in MB; 0 keeps none", min = "0", max = "1000000")
    int memory_mb() default 512;
}
