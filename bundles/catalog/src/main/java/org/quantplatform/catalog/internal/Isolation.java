package org.quantplatform.catalog.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs code of strangers in a thread of its own and gives up on it when it takes too much. A thread that does not listen is
 * left behind: nothing in Java can end it, so it is put to the lowest priority and counted.
 */
final class Isolation {

    private static final Logger LOG = LoggerFactory.getLogger(Isolation.class);
    private static final long LOOK_MILLIS = 20;
    private static final long MERCY_MILLIS = 200;

    private final Set<Thread> abandoned = ConcurrentHashMap.newKeySet();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Limits limits;

    Isolation(Limits limits) {
        this.limits = limits;
    }

    /**
     * @param cpuMillis processor time
     * @param wallMillis time on the clock
     * @param bytes memory allocated, freed or not
     */
    record Limits(long cpuMillis, long wallMillis, long bytes) {}

    /** Threads left behind that still run. */
    int abandoned() {
        abandoned.removeIf(thread -> !thread.isAlive());
        return abandoned.size();
    }

    /** @throws Refusal as the work does, or when it throws something else or takes more than the limits */
    <T> T call(String name, Callable<T> work) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    try {
                        result.set(work.call());
                    } catch (Throwable e) {
                        // a plug-in may throw anything, and its thread ends here in any case
                        failure.set(e);
                    } finally {
                        done.countDown();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        await(thread, done);
        Throwable thrown = failure.get();
        if (thrown instanceof Refusal refusal) {
            throw refusal;
        }
        if (thrown != null) {
            throw Refusal.thrown("it", thrown);
        }
        return result.get();
    }

    /** Gives a thread the chance to end by itself and leaves it behind otherwise. */
    void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join(MERCY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            thread.setPriority(Thread.MIN_PRIORITY);
            abandoned.add(thread);
            LOG.warn("Thread {} of a plug-in does not end; {} such threads run", thread.getName(), abandoned());
        }
    }

    private void await(Thread thread, CountDownLatch done) {
        long started = System.nanoTime();
        try {
            while (!done.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                String excess = excess(thread, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
                if (excess != null) {
                    end(thread);
                    throw new Refusal(excess + (thread.isAlive() ? "; its thread does not end and was abandoned" : ""));
                }
            }
        } catch (InterruptedException e) {
            end(thread);
            Thread.currentThread().interrupt();
            throw new Refusal("the server stopped while it was being tried", e);
        }
    }

    private @Nullable String excess(Thread thread, long wallMillis) {
        if (wallMillis > limits.wallMillis()) {
            return "was not done within " + limits.wallMillis() + " ms";
        }
        long cpu = threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread.getId()) : 0;
        if (TimeUnit.NANOSECONDS.toMillis(cpu) > limits.cpuMillis()) {
            return "was not done within " + limits.cpuMillis() + " ms of processor time";
        }
        if (Usage.allocatedBytes(thread) > limits.bytes()) {
            return "allocated more than " + (limits.bytes() >> 20) + " MB";
        }
        return null;
    }
}
