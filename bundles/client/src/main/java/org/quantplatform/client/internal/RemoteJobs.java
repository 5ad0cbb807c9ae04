package org.quantplatform.client.internal;

import java.util.function.Consumer;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs;

/** {@code /jobs}, and their events over WebSocket. */
public final class RemoteJobs implements Jobs {

    private final Http http;

    public RemoteJobs(Http http) {
        this.http = http;
    }

    @Override
    public Page<Job> list(PageRequest page) {
        return http.send(Call.get(Query.of("/jobs").page(page).toString())).page("jobs", Job.class);
    }

    @Override
    public Job get(String id) {
        return http.send(Call.get(path(id))).as(Job.class);
    }

    @Override
    public Job cancel(String id) {
        http.send(Call.action(path(id) + "/cancel"));
        return get(id);
    }

    @Override
    public Watch watch(String id, long after, Consumer<JobEvent> listener) {
        // an id that is not known is refused here, not on the watcher's thread
        get(id);
        return EventWatch.start(http, this, new EventWatch.Subject(id, after), listener);
    }

    private static String path(String id) {
        return "/jobs/" + Query.segment(id);
    }
}
