package org.quantplatform.research.internal.jobs;

import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.jobs.JobStore;
import org.quantplatform.model.QuantException;

/** Shows callers their jobs. */
@Component
public final class JobService implements CallerService<Jobs> {

    private final JobStore store;
    private final JobWatches watches;

    @Activate
    public JobService(@Reference JobStore store, @Reference JobWatches watches) {
        this.store = store;
        this.watches = watches;
    }

    @Override
    public Class<Jobs> type() {
        return Jobs.class;
    }

    @Override
    public Jobs forCaller(Caller caller) {
        return new Own(caller.userId());
    }

    private final class Own implements Jobs {

        private final long owner;

        Own(long owner) {
            this.owner = owner;
        }

        @Override
        public Page<Job> list(PageRequest page) {
            return store.list(owner, page);
        }

        @Override
        public Job get(String id) {
            return store.get(id, owner).orElseThrow(() -> QuantException.notFound("job", id));
        }

        @Override
        public Job cancel(String id) {
            get(id);
            store.cancel(id);
            watches.changed(id);
            return get(id);
        }

        @Override
        public Watch watch(String id, long after, Consumer<JobEvent> listener) {
            get(id);
            return watches.watch(id, after, listener);
        }
    }
}
