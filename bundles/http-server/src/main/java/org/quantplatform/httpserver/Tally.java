package org.quantplatform.httpserver;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts refusals, and tells them in the log at most once a minute for each cause: who floods must not fill a disk. */
final class Tally {

    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);
    private static final long MINUTE_NANOS = 60_000_000_000L;

    /** Why a call was refused. */
    enum Cause {
        ADDRESS("calls from addresses that 'allow' does not name"),
        PLAIN("calls by plain HTTP from other machines"),
        RATE("calls beyond 'rate.per.second'"),
        BODY("bodies beyond 'body.limit.mb'"),
        CONNECTIONS("connections beyond 'connections.per.address'"),
        SLOW("connections whose requests came too slowly");

        private final String words;

        Cause(String words) {
            this.words = words;
        }
    }

    private static final class Count {

        private final AtomicLong number = new AtomicLong();
        private final AtomicReference<String> last = new AtomicReference<>("");
        private long told = System.nanoTime() - MINUTE_NANOS;
    }

    private final Map<Cause, Count> counts = new EnumMap<>(Cause.class);

    Tally() {
        for (Cause cause : Cause.values()) {
            counts.put(cause, new Count());
        }
    }

    void count(Cause cause, String address) {
        Count count = counts.get(cause);
        count.number.incrementAndGet();
        count.last.set(address);
    }

    /** To be called every second or so by one thread. */
    void tell(long now) {
        counts.forEach((cause, count) -> {
            if (count.number.get() > 0 && now - count.told >= MINUTE_NANOS) {
                count.told = now;
                LOG.warn("Refused {} {}, the last from {}", count.number.getAndSet(0), cause.words, count.last.get());
            }
        });
    }
}
