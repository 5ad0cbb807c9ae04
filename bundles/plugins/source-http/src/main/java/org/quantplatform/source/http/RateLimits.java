package org.quantplatform.source.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The limits of one instance of a source. For a host and a key there is one limit, whichever instances use it, that keeps
 * the plans of all of them; an instance that ends takes its plans with it. Safe for use by many threads.
 */
public final class RateLimits implements AutoCloseable {

    /** By host and key; guards itself and the names of all instances. */
    private static final Map<String, RateLimit> SHARED = new HashMap<>();

    private final Pace pace;
    private final Map<String, String> names = new HashMap<>();
    private boolean closed;

    public RateLimits() {
        this(Pace.real());
    }

    RateLimits(Pace pace) {
        this.pace = pace;
    }

    /**
     * The limit of a key at a host. A key of the same instance that was used there before counts no more.
     *
     * @param key empty when the provider tells its users apart by their address
     * @param perMinute requests that may be made in a minute, 0 for as many as come
     * @param burst how many may be made at once after a rest, at least 1
     */
    public RateLimit of(URI host, Secret key, double perMinute, int burst) {
        String place = String.valueOf(host.getHost()).toLowerCase(Locale.ROOT) + ":" + host.getPort();
        String name = place + " " + key.digest();
        synchronized (SHARED) {
            if (closed) {
                return new RateLimit(perMinute, burst, pace);
            }
            SHARED.values().removeIf(RateLimit::isForgotten);
            String before = names.put(place, name);
            if (before != null && !before.equals(name)) {
                withdraw(before);
            }
            RateLimit limit = SHARED.computeIfAbsent(name, missing -> new RateLimit(pace));
            limit.allow(this, perMinute, burst);
            return limit;
        }
    }

    @Override
    public void close() {
        synchronized (SHARED) {
            closed = true;
            names.values().forEach(this::withdraw);
            names.clear();
        }
    }

    private void withdraw(String name) {
        RateLimit limit = SHARED.get(name);
        if (limit != null) {
            limit.withdraw(this);
        }
    }

    /** How many limits there are. */
    static int shared() {
        synchronized (SHARED) {
            return SHARED.size();
        }
    }
}
