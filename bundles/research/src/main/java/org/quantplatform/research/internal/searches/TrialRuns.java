package org.quantplatform.research.internal.searches;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.searches.SearchStore.Finished;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.model.QuantException;

/** Makes runs on several threads and hands over what is finished, as it finishes. */
final class TrialRuns {

    /** Small enough to be stored often, large enough not to be stored one by one. */
    private static final int BATCH = 100;

    private static final int POLL_MILLIS = 100;

    private final int threads;

    TrialRuns(int threads) {
        this.threads = threads;
    }

    /** One run; it should end soon once {@code end} says so. */
    interface Run {

        Finished make(BooleanSupplier end) throws JobCancelled;
    }

    /**
     * @param taken gets every finished run once, from the caller's thread, also when the search is cancelled
     * @throws JobCancelled when {@code cancelled} said so
     */
    void make(List<Run> runs, BooleanSupplier cancelled, Consumer<List<Finished>> taken) throws JobCancelled {
        // a pool of the search's own: a plug-in that never returns takes no thread from later ones
        ExecutorService pool = Executors.newFixedThreadPool(threads, Daemon.threads("search"));
        AtomicBoolean over = new AtomicBoolean();
        BooleanSupplier end = () -> over.get() || cancelled.getAsBoolean();
        CompletionService<Finished> finished = new ExecutorCompletionService<>(pool);
        try {
            for (Run run : runs) {
                Callable<Finished> task = () -> run.make(end);
                finished.submit(task);
            }
            for (int left = runs.size(); left > 0; ) {
                List<Finished> batch = next(finished, cancelled);
                taken.accept(batch);
                left -= batch.size();
            }
        } finally {
            over.set(true);
            pool.shutdownNow();
        }
    }

    private static List<Finished> next(CompletionService<Finished> finished, BooleanSupplier cancelled)
            throws JobCancelled {
        List<Finished> batch = new ArrayList<>();
        try {
            while (batch.isEmpty()) {
                if (cancelled.getAsBoolean()) {
                    throw new JobCancelled();
                }
                @Nullable Future<Finished> first = finished.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                for (Future<Finished> each = first;
                        each != null;
                        each = batch.size() < BATCH ? finished.poll() : null) {
                    batch.add(each.get());
                }
            }
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobCancelled();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        }
    }

    private static JobCancelled unwrapped(@Nullable Throwable cause) {
        if (cause instanceof JobCancelled cancelled) {
            return cancelled;
        }
        if (cause instanceof QuantException refused) {
            throw refused;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(cause);
    }
}
