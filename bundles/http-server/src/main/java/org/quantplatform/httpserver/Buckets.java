package org.quantplatform.httpserver;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket for each address, kept as the one number that says when it will be full again. What is full is forgotten,
 * so that only addresses of the last seconds are held, and never more than a fixed number: those beyond share one bucket.
 */
final class Buckets {

    private static final int MOST = 20_000;

    private final Map<Long, AtomicLong> fullAt = new ConcurrentHashMap<>();
    private final AtomicLong others;

    Buckets(long now) {
        this.others = new AtomicLong(now);
    }

    /** Addresses of one IPv6 network of 64 bits belong to one caller. */
    static long key(InetAddress address) {
        byte[] bytes = address.getAddress();
        long key = bytes.length == 4 ? 1 : 0;
        for (int i = 0; i < Math.min(8, bytes.length); i++) {
            key = key << 8 | bytes[i] & 0xff;
        }
        return key;
    }

    /**
     * Takes a token out of the bucket of {@code key}, if there is one.
     *
     * @param now by the clock of {@link System#nanoTime}
     * @param interval nanoseconds in which one token comes
     * @param size tokens of a full bucket
     * @return 0, or the nanoseconds until there will be one
     */
    long take(long key, long now, long interval, int size) {
        AtomicLong bucket = bucket(key, now);
        while (true) {
            long full = bucket.get();
            long next = (full - now > 0 ? full : now) + interval;
            long missing = next - now - interval * size;
            if (missing > 0) {
                return missing;
            }
            if (bucket.compareAndSet(full, next)) {
                return 0;
            }
        }
    }

    /** To be called now and then. */
    void forgetFull(long now) {
        fullAt.values().removeIf(full -> full.get() - now <= 0);
    }

    int size() {
        return fullAt.size();
    }

    private AtomicLong bucket(long key, long now) {
        AtomicLong bucket = fullAt.get(key);
        if (bucket != null) {
            return bucket;
        }
        return fullAt.size() >= MOST ? others : fullAt.computeIfAbsent(key, unknown -> new AtomicLong(now));
    }
}
