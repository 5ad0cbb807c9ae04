package org.quantplatform.core.jobs;

import java.util.Map;

/** What a running job may ask and tell. */
public interface JobContext {

    String id();

    long ownerId();

    /** What was stored when the job was made. */
    String requestJson();

    /**
     * Cheap enough to be called for every unit of work: what is not due is dropped.
     *
     * @param values of the progress event
     */
    void progress(long done, long total, Map<String, Object> values);

    /** True once the job should end. */
    boolean cancelled();
}
