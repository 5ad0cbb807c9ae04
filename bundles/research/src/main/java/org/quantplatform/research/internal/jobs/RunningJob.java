package org.quantplatform.research.internal.jobs;

import java.util.Map;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobStore;
import org.quantplatform.model.QuantException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the handler of one running job sees. */
final class RunningJob implements JobContext {

    private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);

    private static final long EVENT_NANOS = 50_000_000L;
    private static final long STORE_NANOS = 1_000_000_000L;

    private final JobStore.Claimed claimed;
    private final String worker;
    private final JobStore store;
    private final JobWatches watches;
    private long lastEvent = System.nanoTime() - EVENT_NANOS;
    private long lastStored = System.nanoTime() - STORE_NANOS;
    private volatile boolean cancelled;
    private volatile boolean lost;

    RunningJob(JobStore.Claimed claimed, String worker, JobStore store, JobWatches watches) {
        this.claimed = claimed;
        this.worker = worker;
        this.store = store;
        this.watches = watches;
    }

    @Override
    public String id() {
        return claimed.id();
    }

    @Override
    public long ownerId() {
        return claimed.ownerId();
    }

    @Override
    public String requestJson() {
        return claimed.requestJson();
    }

    String kind() {
        return claimed.kind();
    }

    int attempt() {
        return claimed.attempt();
    }

    @Override
    public void progress(long done, long total, Map<String, Object> values) {
        long now = System.nanoTime();
        if (now - lastEvent >= EVENT_NANOS) {
            lastEvent = now;
            watches.progress(claimed.id(), values);
        }
        if (now - lastStored >= STORE_NANOS) {
            lastStored = now;
            storeProgress(percent(done, total));
        }
    }

    /** A database that is away for a moment must not end work that needs it only to be finished. */
    private void storeProgress(int percent) {
        try {
            store.progress(claimed.id(), worker, percent);
        } catch (QuantException e) {
            LOG.debug("The progress of {} was not stored: {}", claimed.id(), e.getMessage());
        }
    }

    /** 100 is for what is durable, so work at its end shows 99. */
    private static int percent(long done, long total) {
        return total <= 0 ? 0 : (int) Math.min(99, done * 100 / total);
    }

    @Override
    public boolean cancelled() {
        return cancelled || lost;
    }

    void cancel() {
        cancelled = true;
    }

    /** Another server has the job now: whatever this attempt does no longer counts. */
    void lose() {
        lost = true;
    }

    boolean lost() {
        return lost;
    }
}
