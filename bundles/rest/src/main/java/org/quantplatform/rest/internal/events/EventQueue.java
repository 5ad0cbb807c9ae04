package org.quantplatform.rest.internal.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.json.QuantJson;

/**
 * Events that a reader has not taken yet. Of progress only the latest is kept, and of ticks the latest of each ticker with the
 * number of those that were left out, so a slow reader does not fill memory.
 */
final class EventQueue {

    private static final int CAPACITY = 1000;
    private static final String TICK = "tick";

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Place> waiting = new ArrayDeque<>();
    private final Map<Object, Place> ticks = new HashMap<>();

    /** Where an event waits. */
    private static final class Place {

        private JobEvent event;
        private int dropped;

        Place(JobEvent event) {
            this.event = event;
        }

        /** A tick takes the place of an earlier one, whose trade or quote stays unless it brings another. */
        void replace(JobEvent later) {
            Map<String, Object> values = new LinkedHashMap<>(event.values());
            values.putAll(later.values());
            event = new JobEvent(later.seq(), later.type(), values);
            dropped++;
        }

        JobEvent told() {
            if (dropped == 0) {
                return event;
            }
            Map<String, Object> values = new LinkedHashMap<>(event.values());
            values.put("dropped", dropped);
            return new JobEvent(event.seq(), event.type(), values);
        }
    }

    /** False when the reader is too far behind to go on. */
    boolean add(JobEvent event) {
        lock.lock();
        try {
            Object ticker = event.type().equals(TICK) ? event.values().get("ticker") : null;
            Place earlier = ticker == null ? null : ticks.get(ticker);
            if (earlier != null) {
                earlier.replace(event);
                return true;
            }
            Place latest = waiting.peekLast();
            if (latest != null && isProgress(latest.event) && isProgress(event)) {
                waiting.removeLast();
            }
            if (waiting.size() >= CAPACITY) {
                return false;
            }
            Place place = new Place(event);
            waiting.addLast(place);
            if (ticker != null) {
                ticks.put(ticker, place);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The next event, or null when there is none. */
    @Nullable
    JobEvent poll() {
        lock.lock();
        try {
            return next();
        } finally {
            lock.unlock();
        }
    }

    /** {@code {"type": …, "seq": …}} with what the type carries. */
    static String document(JobEvent event) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.putAll(event.values());
        document.put("type", event.type());
        document.put("seq", event.seq());
        return QuantJson.write(document);
    }

    private @Nullable JobEvent next() {
        Place place = waiting.pollFirst();
        if (place == null) {
            return null;
        }
        if (place.event.type().equals(TICK)) {
            ticks.remove(place.event.values().get("ticker"));
        }
        return place.told();
    }

    private static boolean isProgress(JobEvent event) {
        return event.type().equals("progress");
    }
}
