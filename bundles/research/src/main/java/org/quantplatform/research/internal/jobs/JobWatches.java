package org.quantplatform.research.internal.jobs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs.Watch;
import org.quantplatform.core.jobs.JobStore;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/**
 * Brings events to those who watch. Durable events are read from the store, so none is missed and those of other servers
 * come too; progress goes through memory only.
 */
@Component(service = JobWatches.class)
public final class JobWatches {

    private static final int MOST_WATCHERS = 2000;

    private final JobStore store;
    private final Map<String, List<Watcher>> watchers = new ConcurrentHashMap<>();
    private final ExecutorService deliveries = Executors.newFixedThreadPool(4, Daemon.threads("job-events"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Daemon.threads("job-events-clock"));

    @Activate
    public JobWatches(@Reference JobStore store) {
        this.store = store;
        clock.scheduleWithFixedDelay(() -> watchers.keySet().forEach(this::changed), 1, 1, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
        deliveries.shutdownNow();
    }

    Watch watch(String id, long after, Consumer<JobEvent> listener) {
        if (watchers.values().stream().mapToInt(List::size).sum() >= MOST_WATCHERS) {
            throw QuantException.of(ErrorCode.QUOTA_EXCEEDED, "too many watchers, at most " + MOST_WATCHERS);
        }
        Watcher watcher = new Watcher(id, after, listener, this);
        watchers.compute(id, (key, list) -> {
            List<Watcher> known = list == null ? new CopyOnWriteArrayList<>() : list;
            known.add(watcher);
            return known;
        });
        watcher.wake(deliveries);
        return () -> remove(watcher);
    }

    /** Something durable happened to the job. */
    void changed(String id) {
        for (Watcher watcher : watchers.getOrDefault(id, List.of())) {
            watcher.wake(deliveries);
        }
    }

    void progress(String id, Map<String, Object> values) {
        for (Watcher watcher : watchers.getOrDefault(id, List.of())) {
            watcher.progress(values);
            watcher.wake(deliveries);
        }
    }

    List<JobEvent> events(String id, long after) {
        return store.events(id, after);
    }

    void remove(Watcher watcher) {
        watcher.close();
        watchers.computeIfPresent(watcher.id(), (key, list) -> {
            list.remove(watcher);
            return list.isEmpty() ? null : list;
        });
    }
}
