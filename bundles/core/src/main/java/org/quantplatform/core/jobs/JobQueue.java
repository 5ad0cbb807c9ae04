package org.quantplatform.core.jobs;

/** Wakes the runner. */
public interface JobQueue {

    /** Tells that a job was stored; without it the runner would find it a little later. */
    void wake();

    /**
     * Refuses {@code QUOTA_EXCEEDED} when the queue is full; called before a job is stored.
     */
    void checkRoom();
}
