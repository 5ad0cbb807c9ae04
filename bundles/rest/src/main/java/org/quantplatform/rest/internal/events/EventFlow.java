package org.quantplatform.rest.internal.events;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.front.Front;

/**
 * The events of one feed, sent to one reader as fast as the reader takes them, until the last or until the reader's login ends.
 * It holds no thread: whoever brings an event, or learns that the reader can take more, sends what waits.
 */
public final class EventFlow {

    private static final int CHECKED_EVERY_SECONDS = 5;

    private final PlatformSession platform;
    private final Feed feed;
    private final ScheduledExecutorService clock;
    private final Front front;
    private final String address;
    private final EventQueue queue = new EventQueue();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean busy;
    private volatile @Nullable Message refusal;
    private volatile @Nullable Line line;
    private volatile Jobs.@Nullable Watch watch;
    private volatile List<Future<?>> repeated = List.of();

    private EventFlow(
            PlatformSession platform, Feed feed, ScheduledExecutorService clock, Front front, String address) {
        this.platform = platform;
        this.feed = feed;
        this.clock = clock;
        this.front = front;
        this.address = address;
    }

    /**
     * @param platform closed at the end, also when there are too many
     * @param address of the reader
     * @throws QuantException {@code QUOTA_EXCEEDED} when the address has as many as it may
     */
    public static EventFlow of(
            PlatformSession platform, Feed feed, ScheduledExecutorService clock, Front front, String address) {
        try {
            front.streams().enter(address);
        } catch (QuantException e) {
            platform.close();
            throw e;
        }
        return new EventFlow(platform, feed, clock, front, address);
    }

    /** For signs of life and looks at logins. */
    public static ScheduledExecutorService newClock() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "quant-events");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to collect events.
     *
     * @throws QuantException when the reader may not see them
     */
    public void watch() {
        watch = feed.open(platform, this::receive);
        if (ended.get()) {
            stopWatching();
        }
    }

    /** Begins to send what is collected. */
    public void send(Line to) {
        line = to;
        int pingSeconds = front.options().pingSeconds();
        int check = Math.min(CHECKED_EVERY_SECONDS, pingSeconds);
        repeated = List.of(
                clock.scheduleWithFixedDelay(to::ping, pingSeconds, pingSeconds, TimeUnit.SECONDS),
                clock.scheduleWithFixedDelay(this::check, check, check, TimeUnit.SECONDS));
        if (ended.get()) {
            stopRepeating();
        }
        pump();
    }

    /** The reader is told why, and nothing more. */
    public void refuse(String code, String detail) {
        stopWatching();
        refusal = Message.refusal(code, detail);
        pump();
    }

    /** Lets go of everything; further calls do nothing. */
    public void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        stopRepeating();
        stopWatching();
        platform.close();
        front.streams().leave(address);
    }

    @Override
    public String toString() {
        return feed.toString();
    }

    private void receive(JobEvent event) {
        if (queue.add(event)) {
            pump();
        } else {
            finish(Ending.TOO_SLOW);
        }
    }

    /** One thread sends at a time; who comes meanwhile leaves a turn to it. */
    private void pump() {
        Line to = line;
        if (to == null || turns.getAndIncrement() > 0) {
            return;
        }
        int taken = 1;
        while (taken != 0) {
            sendWaiting(to);
            taken = turns.addAndGet(-taken);
        }
    }

    private void sendWaiting(Line to) {
        while (!busy && !ended.get()) {
            Message message = next();
            if (message == null) {
                return;
            }
            busy = true;
            to.send(message, sent -> follow(message, sent));
        }
    }

    private @Nullable Message next() {
        Message last = refusal;
        if (last != null) {
            return last;
        }
        JobEvent event = queue.poll();
        return event == null ? null : Message.of(event);
    }

    private void follow(Message message, boolean sent) {
        if (!sent) {
            finish(Ending.LOST);
        } else if (message.ending() != null) {
            finish(message.ending());
        } else {
            busy = false;
            pump();
        }
    }

    private void finish(Ending ending) {
        Line to = line;
        if (to != null) {
            to.close(ending);
        }
        end();
    }

    private void check() {
        if (refusal == null && loginHasEnded()) {
            refuse("unauthenticated", "the session has ended, log in again");
        }
    }

    private boolean loginHasEnded() {
        try {
            platform.jobs();
            return false;
        } catch (QuantException e) {
            return e.code() == ErrorCode.UNAUTHENTICATED;
        }
    }

    private void stopRepeating() {
        repeated.forEach(task -> task.cancel(false));
    }

    private void stopWatching() {
        Jobs.Watch watched = watch;
        watch = null;
        if (watched != null) {
            watched.close();
        }
    }
}
