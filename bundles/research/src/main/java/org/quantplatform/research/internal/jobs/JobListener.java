package org.quantplatform.research.internal.jobs;

/** Hears of jobs that this server has completed. Registered as a service; called on the job's thread, after it ended. */
public interface JobListener {

    void completed(String kind);
}
