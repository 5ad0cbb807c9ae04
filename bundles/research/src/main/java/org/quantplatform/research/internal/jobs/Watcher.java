package org.quantplatform.research.internal.jobs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One who watches a job: gets one event at a time, and of progress only the latest. */
final class Watcher implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    private final String id;
    private final Consumer<JobEvent> listener;
    private final JobWatches source;
    private final AtomicInteger wakes = new AtomicInteger();
    private final AtomicReference<@Nullable Map<String, Object>> progress = new AtomicReference<>();
    private long seen;
    private boolean begun;
    private volatile boolean closed;

    Watcher(String id, long after, Consumer<JobEvent> listener, JobWatches source) {
        this.id = id;
        this.seen = after;
        this.listener = listener;
        this.source = source;
    }

    String id() {
        return id;
    }

    void close() {
        closed = true;
    }

    void progress(Map<String, Object> values) {
        progress.set(values);
    }

    /** Counting the wakes keeps deliveries on one thread at a time without holding a thread that waits. */
    void wake(Executor executor) {
        if (closed || wakes.getAndIncrement() > 0) {
            return;
        }
        try {
            executor.execute(this);
        } catch (RejectedExecutionException e) {
            closed = true;
        }
    }

    @Override
    public void run() {
        int handled = wakes.get();
        do {
            try {
                deliver();
            } catch (RuntimeException e) {
                LOG.debug("A watcher of {} failed and is dropped", id, e);
                source.remove(this);
            }
            handled = wakes.addAndGet(-handled);
        } while (handled > 0 && !closed);
    }

    private void deliver() {
        for (JobEvent event : unseen()) {
            if (event.last()) {
                deliverProgress();
            }
            if (closed) {
                return;
            }
            listener.accept(event);
            seen = event.seq();
            if (event.last()) {
                source.remove(this);
                return;
            }
        }
        deliverProgress();
    }

    /** Who begins behind the last event gets that one again, or would wait for ever. */
    private List<JobEvent> unseen() {
        List<JobEvent> events = source.events(id, seen);
        boolean first = !begun;
        begun = true;
        if (!first || !events.isEmpty()) {
            return events;
        }
        List<JobEvent> all = source.events(id, 0);
        boolean over = !all.isEmpty() && all.get(all.size() - 1).last();
        return over ? all.subList(all.size() - 1, all.size()) : List.of();
    }

    private void deliverProgress() {
        Map<String, Object> latest = progress.getAndSet(null);
        if (latest != null && !closed) {
            listener.accept(new JobEvent(seen, "progress", latest));
        }
    }
}
