package org.quantplatform.source.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Lets one thread at a time do something that takes long, such as getting a token for all. Who waits for its turn leaves when
 * it is cancelled.
 */
public final class Turns {

    private static final long LOOK_MILLIS = 200;

    private final ReentrantLock lock = new ReentrantLock();

    /** What is done in one's turn. */
    public interface Work<T> {
        T done() throws IOException;
    }

    /** @throws FetchCancelled when the caller cancels before its turn has come */
    public <T> T take(Work<T> work, BooleanSupplier cancelled) throws IOException {
        try {
            while (!lock.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    throw new FetchCancelled();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        try {
            return work.done();
        } finally {
            lock.unlock();
        }
    }
}
