package org.quantplatform.rest.internal.events;

import java.util.function.Consumer;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs;

/**
 * The events of a job.
 *
 * @param after the last event that the reader has seen, 0 for none
 */
public record JobFeed(String id, long after) implements Feed {

    @Override
    public Jobs.Watch open(PlatformSession platform, Consumer<JobEvent> listener) {
        Jobs jobs = platform.jobs();
        jobs.get(id);
        return jobs.watch(id, after, listener);
    }
}
