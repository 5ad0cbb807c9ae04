package org.quantplatform.fakes.kis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Counts the requests of a key in the last second. */
final class Speed {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int perSecond;
    private final Map<String, Deque<Long>> requests = new HashMap<>();

    /** @param perSecond requests allowed per key, 0 for any number */
    Speed(int perSecond) {
        this.perSecond = perSecond;
    }

    synchronized boolean tooFast(String key) {
        if (perSecond == 0) {
            return false;
        }
        long now = System.nanoTime();
        Deque<Long> recent = requests.computeIfAbsent(key, any -> new ArrayDeque<>());
        while (!recent.isEmpty() && now - recent.peek() >= SECOND) {
            recent.remove();
        }
        if (recent.size() >= perSecond) {
            return true;
        }
        recent.add(now);
        return false;
    }
}
