package org.quantplatform.research.internal.backtests;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the rehearsal. */
@ObjectClassDefinition(id = RehearsalConfig.PID, name = "Rehearsal of backtests when the server starts")
public @interface RehearsalConfig {

    /** Of the component's configuration. */
    String PID = "org.quantplatform.research.rehearsal";

    @AttributeDefinition(
            name = "Milliseconds for backtests on made-up prices before the server is ready; 0 for none",
            min = "0",
            max = "60000")
    int millis() default 1500;
}
