package org.quantplatform.store.internal.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that adds records. Callers wait until theirs is on disk; those that wait at the same time share a
 * transaction, so that many of them cost little more than one.
 */
final class AuditWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);
    private static final int CAPACITY = 4096;
    private static final int BATCH = 512;
    private static final long WAIT_SECONDS = 10;

    private final AuditTable table;
    private final Repeats repeats;
    private final Consumer<Link> written;
    private final Clock clock;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Thread thread;
    private volatile boolean closed;

    private record Pending(Deed deed, CompletableFuture<Void> done) {}

    /** @param written is told the end of the chain after each transaction */
    AuditWriter(AuditTable table, Repeats repeats, Consumer<Link> written, Clock clock) {
        this.table = table;
        this.repeats = repeats;
        this.written = written;
        this.clock = clock;
        this.thread = Daemon.threads("audit").newThread(this::run);
    }

    void start() {
        thread.start();
    }

    /**
     * Durable when it returns, also for a caller that is being interrupted.
     *
     * @throws QuantException {@code UNAVAILABLE} when the database does not take it
     */
    void write(Deed deed) {
        Pending pending = new Pending(deed, new CompletableFuture<>());
        if (closed || !offered(pending)) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the audit log takes no records now, try again soon");
        }
        if (closed && queue.remove(pending)) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the audit log takes no records now, try again soon");
        }
        try {
            pending.done().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof QuantException told
                    ? told
                    : QuantException.of(ErrorCode.INTERNAL, "the audit log failed", e);
        }
    }

    private boolean offered(Pending pending) {
        try {
            return queue.offer(pending, WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return queue.offer(pending);
        }
    }

    private void run() {
        List<Pending> batch = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            collect(batch);
            append(batch);
            batch.clear();
            if (!closed) {
                count(repeats.due(clock.instant()));
            }
        }
        count(repeats.rest());
    }

    private void collect(List<Pending> batch) {
        try {
            Pending first = queue.poll(1, TimeUnit.SECONDS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** What the database does not take as a whole is tried one by one, so that nobody suffers for another's record. */
    private void append(List<Pending> batch) {
        try {
            append(batch.stream().map(Pending::deed).toList(), batch);
        } catch (RuntimeException e) {
            boolean away = e instanceof QuantException told && told.code() == ErrorCode.UNAVAILABLE;
            if (away || batch.size() == 1) {
                batch.forEach(pending -> pending.done().completeExceptionally(e));
                return;
            }
            for (Pending pending : batch) {
                append(List.of(pending));
            }
        }
    }

    private void append(List<Deed> deeds, List<Pending> waiting) {
        if (deeds.isEmpty()) {
            return;
        }
        Link last = table.append(deeds);
        written.accept(last);
        waiting.forEach(pending -> pending.done().complete(null));
    }

    /** Nobody waits for these. */
    private void count(List<Deed> deeds) {
        try {
            append(deeds, List.of());
        } catch (RuntimeException e) {
            // whatever it is, the next record needs this thread
            LOG.warn("{} repeated refusals could not be recorded: {}", deeds.size(), e.toString());
        }
    }

    /** Writes what there is and ends. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(WAIT_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Pending> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(pending -> pending.done()
                .completeExceptionally(QuantException.of(ErrorCode.UNAVAILABLE, "the server is stopping")));
    }
}
