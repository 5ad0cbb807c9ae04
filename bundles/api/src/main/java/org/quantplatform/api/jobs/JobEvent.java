package org.quantplatform.api.jobs;

import java.util.Map;

/**
 * Something that happened to a job.
 *
 * @param seq increases within the job, but a {@code progress} event carries that of the event before it; a watcher that
 *     was cut off asks for what came after the last one it saw
 * @param type {@code queued}, {@code started}, {@code progress}, {@code completed}, {@code failed} or {@code cancelled}
 * @param values what the type carries: {@code completed_days} and {@code total_days}, or
 *     {@code completed_trials} and {@code total_trials}, {@code summary}, {@code detail}
 */
public record JobEvent(long seq, String type, Map<String, Object> values) {

    public JobEvent {
        values = Map.copyOf(values);
    }

    /** True when no other event will follow. */
    public boolean last() {
        return type.equals("completed") || type.equals("failed") || type.equals("cancelled");
    }
}
