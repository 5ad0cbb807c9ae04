package org.quantplatform.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Shares numbered pieces of work among threads, which end with the call. */
final class Parallel {

    private final int pieces;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Parallel(int pieces) {
        this.pieces = pieces;
    }

    /**
     * @param worker makes what one thread works with
     * @throws CancellationException when the calling thread is interrupted
     */
    static void run(int pieces, int threads, Supplier<IntConsumer> worker) {
        new Parallel(pieces).run(Math.min(threads, pieces), worker);
    }

    private void run(int threads, Supplier<IntConsumer> worker) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread thread =
                    new Thread(() -> work(worker), Thread.currentThread().getName() + "-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        work(worker);
        others.forEach(this::join);
        Throwable failed = failure.get();
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void work(Supplier<IntConsumer> worker) {
        try {
            IntConsumer own = worker.get();
            for (int i = next.getAndIncrement(); i < pieces && failure.get() == null; i = next.getAndIncrement()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted");
                }
                own.accept(i);
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            failure.compareAndSet(null, new CancellationException("interrupted"));
            Thread.currentThread().interrupt();
        }
    }
}
