package org.quantplatform.core.jobs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.JobStatus;

/** The jobs, durable. Each state change is one transaction with its event. */
public interface JobStore {

    /**
     * Takes the oldest queued job of these kinds whose owner has fewer than {@code perUser} of them running, and marks it
     * running under a lease.
     *
     * @param worker unique per running server
     */
    Optional<Claimed> claim(Set<String> kinds, String worker, Duration lease, int perUser);

    /** Prolongs the lease; false when the job is no longer this worker's. */
    boolean heartbeat(String id, String worker, Duration lease);

    /** Stores the percentage, no event. */
    void progress(String id, String worker, int percent);

    /**
     * Ends the job unless it is no longer this worker's.
     *
     * @param error null unless failed
     * @param values of the event
     * @return false when the job was not this worker's any more
     */
    boolean finish(String id, String worker, JobStatus status, @Nullable String error, Map<String, Object> values);

    /** Ends a queued job, or marks a running one so that its worker ends it; no effect on an ended one. */
    void cancel(String id);

    /** Of these jobs, the ones that should end. */
    Set<String> cancelRequested(Set<String> ids);

    /**
     * Queues again the running jobs whose lease has run out, or fails them after {@code maxAttempts}.
     *
     * @return ids of the jobs that changed
     */
    List<String> recover(int maxAttempts);

    /** Lets go of every job of this worker, so that they run again; for an orderly stop, which does not count as an attempt. */
    void release(String worker);

    /** Takes back what this worker ran when it was last lost; the attempt counts. */
    void reclaim(String worker);

    /** @param ownerId null for any owner */
    Optional<Job> get(String id, @Nullable Long ownerId);

    /** Latest first. */
    Page<Job> list(@Nullable Long ownerId, PageRequest page);

    /** In order of seq. */
    List<JobEvent> events(String id, long after);

    long count(JobStatus status);

    /** A job that this server is to run. */
    record Claimed(String id, String kind, long ownerId, String requestJson, int attempt) {}
}
