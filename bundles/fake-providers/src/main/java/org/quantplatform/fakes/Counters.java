package org.quantplatform.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a server was asked, for tests. Safe for use by many threads. */
public final class Counters {

    private static final int KEPT = 10_000;

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Call> calls = new ArrayList<>();
    private long total;

    synchronized void add(Call call) {
        total++;
        if (calls.size() < KEPT) {
            calls.add(call);
        }
    }

    /** Counts something by name, such as a kind of request. */
    public synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    public synchronized long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /** All requests, those that suffered a fault too. */
    public synchronized long total() {
        return total;
    }

    /** The first ten thousand requests since the start or the last {@link #clear}. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    public synchronized Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>(counts);
        all.put("requests", total);
        return all;
    }

    public synchronized void clear() {
        counts.clear();
        calls.clear();
        total = 0;
    }
}
