package org.quantplatform.research.internal.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.jobs.JobHandler;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.jobs.JobStore;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes queued jobs from the store and runs them on a few threads, under a lease that tells a lost server from a slow one. */
@Component(service = JobQueue.class, immediate = true, configurationPid = "org.quantplatform.research")
@Designate(ocd = JobsConfig.class)
public final class JobRunner implements JobQueue {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** Jobs at once that mostly wait for others; they take no place from those that compute. */
    private static final int WAITING = 2;

    private final JobStore store;
    private final JobWatches watches;
    private final JobsConfig config;
    private final String worker;
    private final Duration lease;
    private final Map<String, JobHandler> handlers = new ConcurrentHashMap<>();
    private final Set<JobListener> listeners = ConcurrentHashMap.newKeySet();
    private final Map<String, RunningJob> running = new ConcurrentHashMap<>();
    private final List<Lane> lanes;
    private final ExecutorService workers;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, Daemon.threads("job-clock"));
    private volatile boolean stopping;

    @Activate
    public JobRunner(
            @Reference JobStore store, @Reference JobWatches watches, BundleContext context, JobsConfig config) {
        this.store = store;
        this.watches = watches;
        this.config = config;
        this.lease = Duration.ofSeconds(Math.max(5, config.lease_seconds()));
        this.worker = NodeId.of(context);
        int count = config.workers() > 0
                ? config.workers()
                : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.lanes = List.of(new Lane(false, new Semaphore(count)), new Lane(true, new Semaphore(WAITING)));
        this.workers = Executors.newFixedThreadPool(count + WAITING, Daemon.threads("job"));
        // What this server ran when it was last killed waits for nobody else.
        store.reclaim(worker);
        clock.scheduleWithFixedDelay(this::take, 100, 500, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(this::tend, 500, 500, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(this::beat, 1, Math.max(1, lease.toSeconds() / 3), TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        stopping = true;
        clock.shutdownNow();
        running.values().forEach(RunningJob::lose);
        workers.shutdown();
        try {
            workers.awaitTermination(5, TimeUnit.SECONDS);
            workers.shutdownNow();
            store.release(worker);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (QuantException e) {
            LOG.debug("Jobs are released when their lease ends: {}", e.getMessage());
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHandler(JobHandler handler) {
        handlers.put(handler.kind(), handler);
        wake();
    }

    void removeHandler(JobHandler handler) {
        handlers.remove(handler.kind(), handler);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(JobListener listener) {
        listeners.add(listener);
    }

    void removeListener(JobListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void wake() {
        try {
            clock.execute(this::take);
        } catch (RejectedExecutionException e) {
            LOG.debug("Jobs are left to whoever runs next: the runner stops");
        }
    }

    @Override
    public void checkRoom() {
        if (store.count(JobStatus.QUEUED) >= config.queue_limit()) {
            throw QuantException.of(
                    ErrorCode.QUOTA_EXCEEDED,
                    "the queue is full with " + config.queue_limit() + " jobs, try again later");
        }
    }

    /** Jobs that share places: those that compute, and those that mostly wait for others. */
    private record Lane(boolean waits, Semaphore places) {}

    private synchronized void take() {
        lanes.forEach(this::take);
    }

    private void take(Lane lane) {
        try {
            Set<String> kinds = kinds(lane);
            while (!stopping && !kinds.isEmpty() && lane.places().tryAcquire()) {
                Optional<JobStore.Claimed> next = claim(lane, kinds);
                if (next.isEmpty()) {
                    lane.places().release();
                    return;
                }
                start(lane, next.get());
            }
        } catch (RuntimeException e) {
            LOG.debug("Cannot take jobs now: {}", e.toString());
        }
    }

    private Set<String> kinds(Lane lane) {
        return handlers.values().stream()
                .filter(handler -> handler.waits() == lane.waits())
                .map(JobHandler::kind)
                .collect(Collectors.toSet());
    }

    private Optional<JobStore.Claimed> claim(Lane lane, Set<String> kinds) {
        try {
            return store.claim(kinds, worker, lease, config.per_user());
        } catch (RuntimeException e) {
            lane.places().release();
            throw e;
        }
    }

    private void start(Lane lane, JobStore.Claimed claimed) {
        RunningJob job = new RunningJob(claimed, worker, store, watches);
        running.put(job.id(), job);
        watches.changed(job.id());
        workers.execute(() -> {
            try {
                run(job);
            } finally {
                running.remove(job.id(), job);
                lane.places().release();
                wake();
            }
        });
    }

    private void run(RunningJob job) {
        LOG.info("Job {} started", job.id());
        JobHandler handler = handlers.get(job.kind());
        try {
            if (handler == null) {
                finish(job, JobStatus.FAILED, "nothing here does " + job.kind() + " jobs any more", Map.of());
                return;
            }
            if (job.attempt() > config.max_attempts()) {
                finish(
                        job,
                        JobStatus.FAILED,
                        "given up: the server was lost " + (job.attempt() - 1) + " times",
                        Map.of());
                return;
            }
            finish(job, JobStatus.COMPLETED, null, handler.run(job));
            tell(job.kind());
        } catch (JobCancelled e) {
            finish(job, JobStatus.CANCELLED, null, Map.of());
        } catch (QuantException e) {
            if (e.code() == ErrorCode.UNAVAILABLE && job.attempt() < config.max_attempts()) {
                LOG.warn("Job {} was cut off, it runs again when its lease ends: {}", job.id(), e.getMessage());
                return;
            }
            finish(
                    job,
                    JobStatus.FAILED,
                    e.getMessage(),
                    Map.of("code", e.code().code()));
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            LOG.error("Job {} failed", job.id(), e);
            finish(job, JobStatus.FAILED, "internal error: " + e.getClass().getSimpleName(), Map.of());
        }
    }

    private void finish(RunningJob job, JobStatus status, @Nullable String error, Map<String, Object> values) {
        if (job.lost()) {
            LOG.info("Job {} is left to run again", job.id());
            return;
        }
        try {
            store.finish(job.id(), worker, status, error, values);
            LOG.info("Job {} {}", job.id(), status);
        } catch (QuantException e) {
            LOG.warn(
                    "Job {} ended {} but that could not be stored, it will run again: {}",
                    job.id(),
                    status,
                    e.getMessage());
        }
        watches.changed(job.id());
    }

    private void tell(String kind) {
        for (JobListener listener : listeners) {
            try {
                listener.completed(kind);
            } catch (RuntimeException e) {
                LOG.warn("What follows {} jobs could not be done: {}", kind, e.toString());
            }
        }
    }

    private void beat() {
        for (RunningJob job : running.values()) {
            try {
                if (!store.heartbeat(job.id(), worker, lease)) {
                    job.lose();
                }
            } catch (RuntimeException e) {
                LOG.debug("No heartbeat for {}: {}", job.id(), e.toString());
            }
        }
    }

    private void tend() {
        try {
            if (!running.isEmpty()) {
                store.cancelRequested(running.keySet()).forEach(this::cancelHere);
            }
            store.recover(config.max_attempts()).forEach(watches::changed);
        } catch (RuntimeException e) {
            LOG.debug("Cannot look after jobs now: {}", e.toString());
        }
    }

    private void cancelHere(String id) {
        RunningJob job = running.get(id);
        if (job != null) {
            job.cancel();
        }
    }
}
