package org.quantplatform.api.jobs;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;

/** The caller's long work. */
@ProviderType
public interface Jobs {

    /** Latest first. */
    @Access(Permission.JOB_READ)
    Page<Job> list(PageRequest page);

    @Access(Permission.JOB_READ)
    Job get(String id);

    @Access(value = Permission.JOB_CANCEL, audit = "job.cancel")
    Job cancel(String id);

    /**
     * Hands over every event after {@code after} (0 for all), then each new one as it happens, in order, until the last
     * one. Progress events may be skipped when the listener is slow; the others never are. The listener is called from
     * a thread of the platform, one call at a time, and should return soon. Of a job that has ended, who has seen the
     * last event already is told that one again.
     *
     * @return close it to stop watching
     */
    @Access(Permission.JOB_READ)
    Watch watch(String id, long after, Consumer<JobEvent> listener);

    /** A subscription to events. */
    interface Watch extends AutoCloseable {

        @Override
        void close();
    }
}
