package org.quantplatform.rest.internal.front;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts answers by class of status. */
public final class Traffic {

    private static final int CLASSES = 6;

    private final AtomicLongArray answers = new AtomicLongArray(CLASSES);

    public void count(int status) {
        answers.incrementAndGet(Math.min(Math.max(status / 100, 0), CLASSES - 1));
    }

    /** @param statusClass 1 to 5 */
    public long answers(int statusClass) {
        return answers.get(statusClass);
    }
}
