package org.quantplatform.source.http;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Time as waiting needs it; tests bring one that does not pass by itself. */
public interface Pace {

    /** Monotonic. */
    long nanos();

    void sleep(Duration time) throws InterruptedException;

    /** Waits in short steps. */
    default void wait(Duration time, BooleanSupplier cancelled) throws FetchCancelled, InterruptedIOException {
        long end = nanos() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - nanos()) {
            if (cancelled.getAsBoolean()) {
                throw new FetchCancelled();
            }
            try {
                sleep(Duration.ofNanos(Math.min(left, 200_000_000L)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
        if (cancelled.getAsBoolean()) {
            throw new FetchCancelled();
        }
    }

    static Pace real() {
        return new Pace() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
            }
        };
    }
}
