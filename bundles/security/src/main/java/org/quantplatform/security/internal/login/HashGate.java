package org.quantplatform.security.internal.login;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.quantplatform.model.QuantException;

/** Lets two hashes be computed at a time and some wait, so that logins cannot take the processors from everything else. */
final class HashGate {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 32;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final AtomicInteger inside = new AtomicInteger();

    /**
     * Runs the work when its turn has come.
     *
     * @throws QuantException {@code QUOTA_EXCEEDED} when too many wait already
     */
    <T> T pass(Supplier<T> work) {
        if (inside.incrementAndGet() > AT_ONCE + WAITING) {
            inside.decrementAndGet();
            throw busy();
        }
        try {
            return inTurn(work);
        } finally {
            inside.decrementAndGet();
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static QuantException busy() {
        return QuantException.tooMany("too many passwords are being checked, try again soon", COME_BACK);
    }
}
