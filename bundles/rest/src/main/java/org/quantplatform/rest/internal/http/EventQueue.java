package org.quantplatform.rest.internal.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.json.QuantJson;

/** Events that a reader has not taken yet; of progress only the latest is kept, so a slow reader does not fill memory. */
public final class EventQueue {

    private static final int CAPACITY = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<JobEvent> waiting = new ArrayDeque<>();

    /** False when the reader is too far behind to go on. */
    public boolean add(JobEvent event) {
        lock.lock();
        try {
            JobEvent latest = waiting.peekLast();
            if (latest != null && isProgress(latest) && isProgress(event)) {
                waiting.removeLast();
            }
            if (waiting.size() >= CAPACITY) {
                return false;
            }
            waiting.addLast(event);
            arrived.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    public boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The next event, or null when there is none. */
    public @Nullable JobEvent poll() {
        lock.lock();
        try {
            return waiting.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    /** The next event, or null when none came in time. */
    public @Nullable JobEvent poll(long seconds) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.SECONDS.toNanos(seconds);
            while (waiting.isEmpty() && nanos > 0) {
                nanos = arrived.awaitNanos(nanos);
            }
            return waiting.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    /** {@code {"type": …, "seq": …}} with what the type carries. */
    public static String document(JobEvent event) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.putAll(event.values());
        document.put("type", event.type());
        document.put("seq", event.seq());
        return QuantJson.write(document);
    }

    private static boolean isProgress(JobEvent event) {
        return event.type().equals("progress");
    }
}
