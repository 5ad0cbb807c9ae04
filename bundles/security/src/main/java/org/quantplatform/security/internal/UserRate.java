package org.quantplatform.security.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.QuantException;

/**
 * How often one user may call, over all sessions, keys and addresses together: a token bucket, kept as the time at which
 * it is full again. Calls from this machine do not count.
 */
@Component(service = UserRate.class, configurationPid = "org.quantplatform.security")
public final class UserRate {

    private static final long SECOND = 1_000_000_000L;

    private final Map<Long, AtomicLong> fullAt = new ConcurrentHashMap<>();
    private final LongSupplier clock;
    private volatile long interval;
    private volatile long size;

    @Activate
    public UserRate(SecurityConfig config) {
        this(config.user_rate_per_second(), config.user_rate_burst(), System::nanoTime);
    }

    UserRate(int perSecond, int burst, LongSupplier clock) {
        this.clock = clock;
        set(perSecond, burst);
    }

    @Modified
    public void changed(SecurityConfig config) {
        set(config.user_rate_per_second(), config.user_rate_burst());
    }

    /** @throws QuantException {@code QUOTA_EXCEEDED} when it was too often, with the time until the next call */
    void count(Caller caller) {
        if (interval == 0 || caller.address().equals("console") || HttpReach.isLoopback(caller.address())) {
            return;
        }
        long now = clock.getAsLong();
        AtomicLong bucket = fullAt.computeIfAbsent(caller.userId(), user -> new AtomicLong(now));
        while (true) {
            long full = bucket.get();
            long next = (full - now > 0 ? full : now) + interval;
            if (next - now > size) {
                throw QuantException.tooMany(
                        "too many requests of user " + caller.username(), Duration.ofNanos(next - now - size));
            }
            if (bucket.compareAndSet(full, next)) {
                return;
            }
        }
    }

    private void set(int perSecond, int burst) {
        interval = perSecond <= 0 ? 0 : SECOND / perSecond;
        size = interval * Math.max(1, burst);
    }
}
