package org.quantplatform.client.internal;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.model.QuantException;

/**
 * Follows a job on a thread of its own: over a WebSocket, taken up again after the last event seen when it drops; by
 * asking for the job now and then while no WebSocket can be had.
 */
final class EventWatch implements Jobs.Watch {

    private static final Duration ASK_EVERY = Duration.ofMillis(500);
    private static final int SILENCE_SECONDS = 2;
    private static final int ASKS_BETWEEN_CONNECTS = 6;

    private final Http http;
    private final Jobs jobs;
    private final String id;
    private final Consumer<JobEvent> listener;
    private final Thread thread;
    private volatile boolean closed;
    private long last;

    /** What is watched, and after which event. */
    record Subject(String id, long after) {}

    private EventWatch(Http http, Jobs jobs, Subject subject, Consumer<JobEvent> listener) {
        this.http = http;
        this.jobs = jobs;
        this.id = subject.id();
        this.last = subject.after();
        this.listener = listener;
        this.thread = new Thread(this::run, "quant-watch-" + id);
        thread.setDaemon(true);
    }

    static EventWatch start(Http http, Jobs jobs, Subject subject, Consumer<JobEvent> listener) {
        EventWatch watch = new EventWatch(http, jobs, subject, listener);
        watch.thread.start();
        return watch;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        try {
            boolean ended = false;
            while (!closed && !ended) {
                ended = listen() || poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** True when the last event was seen. */
    private boolean listen() throws InterruptedException {
        BlockingQueue<Optional<JobEvent>> received = new LinkedBlockingQueue<>();
        String path =
                Query.of("/ws/backtest").with("id", id).with("after", last).toString();
        WebSocket socket;
        try {
            socket = http.connect(path, new EventSocket(received::add)).join();
        } catch (CompletionException e) {
            return false;
        }
        try {
            while (!closed) {
                @Nullable Optional<JobEvent> next = received.poll(SILENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null ? !EventSocket.alive(socket, SILENCE_SECONDS) : next.isEmpty()) {
                    return false;
                }
                if (next != null && deliver(next.get())) {
                    return true;
                }
            }
            return false;
        } finally {
            socket.abort();
        }
    }

    /** True when the job was found ended; false when it is time to try a WebSocket again. */
    private boolean poll() throws InterruptedException {
        for (int ask = 0; ask < ASKS_BETWEEN_CONNECTS && !closed; ask++) {
            TimeUnit.MILLISECONDS.sleep(ASK_EVERY.toMillis());
            Optional<Job> job = job();
            if (job.isPresent() && report(job.get())) {
                return true;
            }
        }
        return false;
    }

    private Optional<Job> job() throws InterruptedException {
        try {
            return Optional.of(jobs.get(id));
        } catch (QuantException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            // the server may be coming back: it runs the job again
            return Optional.empty();
        }
    }

    private boolean report(Job job) {
        if (!job.status().ended()) {
            listener.accept(new JobEvent(last, "progress", Map.of("progress", job.progress())));
            return false;
        }
        Map<String, Object> values = job.error() == null ? Map.of() : Map.of("detail", job.error());
        listener.accept(new JobEvent(last + 1, job.status().name().toLowerCase(Locale.ROOT), values));
        return true;
    }

    private boolean deliver(JobEvent event) {
        // progress carries the number of the event before it
        boolean known = event.type().equals("progress") ? event.seq() < last : event.seq() <= last;
        if (known) {
            return false;
        }
        last = event.seq();
        listener.accept(event);
        return event.last();
    }
}
