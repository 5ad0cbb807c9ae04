package org.quantplatform.rest.internal.events;

import java.util.function.Consumer;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.model.QuantException;

/** Where the events of a stream come from; its text is for the log. */
public interface Feed {

    /**
     * Begins to tell the listener, from any thread, until closed.
     *
     * @throws QuantException when the caller may not see it
     */
    Jobs.Watch open(PlatformSession platform, Consumer<JobEvent> listener);
}
