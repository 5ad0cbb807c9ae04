package org.quantplatform.core.jobs;

import java.util.Map;

/**
 * Does one kind of long work. Registered as a service; the job runner calls it on a thread of its own. A job whose server
 * was lost is run again from its start, so what a handler writes must be keyed by the job's id and replace what an earlier
 * attempt left.
 */
public interface JobHandler {

    /** Kind of the jobs it takes. */
    String kind();

    /** True when its jobs mostly wait for others, such as a provider of data: they run beside those that compute. */
    default boolean waits() {
        return false;
    }

    /**
     * Returns when everything it made is durable.
     *
     * @return values of the {@code completed} event
     * @throws JobCancelled when the context said so
     * @throws Exception any other failure; a {@code QuantException}'s message is shown to the user
     */
    Map<String, Object> run(JobContext context) throws Exception;

    /** Thrown by a handler that stopped because its job was cancelled. */
    final class JobCancelled extends Exception {

        private static final long serialVersionUID = 1L;

        public JobCancelled() {
            super("cancelled");
        }
    }
}
