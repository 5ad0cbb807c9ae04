package org.quantplatform.source.http;

import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Spaces requests evenly, after a burst that the provider allows. When the provider complains the space doubles; after
 * {@value #CALM} good answers in a row it shrinks by a tenth, down to what was configured. All jobs that use a key at a
 * host share one.
 */
public final class RateLimit {

    static final int CALM = 20;

    private static final long LONGEST_SPACE = Duration.ofMinutes(1).toNanos();
    private static final long FIRST_QUIET = Duration.ofSeconds(1).toNanos();
    private static final Map<String, RateLimit> SHARED = new ConcurrentHashMap<>();

    private final Pace pace;
    private final long configured;
    private final int burst;
    private long space;
    private long next;
    private long quietUntil;
    private int calm;

    /**
     * @param perMinute requests that may be made in a minute, 0 for as many as come
     * @param burst how many may be made at once after a rest, at least 1
     */
    public RateLimit(double perMinute, int burst, Pace pace) {
        this.pace = pace;
        this.configured = perMinute > 0 ? (long) (Duration.ofMinutes(1).toNanos() / perMinute) : 0;
        this.burst = Math.max(1, burst);
        this.space = configured;
        this.next = pace.nanos();
        this.quietUntil = pace.nanos();
    }

    /** The one that all users of this key at this host have in common. */
    public static RateLimit shared(URI host, Secret key, double perMinute, int burst) {
        String name = host.getHost() + ":" + host.getPort() + " " + key.digest() + " " + perMinute + " " + burst;
        return SHARED.computeIfAbsent(name, missing -> new RateLimit(perMinute, burst, Pace.real()));
    }

    /** Returns when the next request may be made. */
    public void await(BooleanSupplier cancelled) throws FetchCancelled, InterruptedIOException {
        long now = pace.nanos();
        long at = reserve(now);
        if (at > now) {
            pace.wait(Duration.ofNanos(at - now), cancelled);
        } else if (cancelled.getAsBoolean()) {
            throw new FetchCancelled();
        }
    }

    private synchronized long reserve(long now) {
        long credit = space * (burst - 1);
        long at = Math.max(Math.max(now, next - credit), quietUntil);
        next = Math.max(next, at) + space;
        return at;
    }

    /** @param after how long the provider wants quiet, null when it does not say */
    public synchronized void complained(@Nullable Duration after) {
        calm = 0;
        space = Math.min(
                LONGEST_SPACE, Math.max(space * 2, Duration.ofMillis(50).toNanos()));
        long quiet = after == null ? Math.max(space, FIRST_QUIET) : after.toNanos();
        quietUntil = Math.max(quietUntil, pace.nanos() + quiet);
        next = Math.max(next, quietUntil + space * (burst - 1));
    }

    public synchronized void succeeded() {
        calm++;
        if (calm >= CALM && space > configured) {
            calm = 0;
            long shrunk = space - Math.max(space / 10, 1);
            space = shrunk < Duration.ofMillis(1).toNanos() ? configured : Math.max(configured, shrunk);
        }
    }

    /** The space between two requests now. */
    public synchronized Duration space() {
        return Duration.ofNanos(space);
    }
}
