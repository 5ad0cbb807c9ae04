package org.quantplatform.rest.internal.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.http.EventQueue;
import org.quantplatform.rest.internal.http.OpenStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the events of one feed to one reader, as fast as the reader takes them, and closes after the last. */
public final class EventSocket extends Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(EventSocket.class);

    private final PlatformSession platform;
    private final Feed feed;
    private final ScheduledExecutorService clock;
    private final int pingSeconds;
    private final EventQueue queue = new EventQueue();
    private final AtomicBoolean sending = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile @Nullable Session session;
    private volatile Jobs.@Nullable Watch watch;
    private volatile @Nullable ScheduledFuture<?> pings;
    private volatile @Nullable ScheduledFuture<?> checks;
    private Runnable closed = () -> {};

    EventSocket(PlatformSession platform, Feed feed, ScheduledExecutorService clock, int pingSeconds) {
        this.platform = platform;
        this.feed = feed;
        this.clock = clock;
        this.pingSeconds = pingSeconds;
    }

    /** To be called before the socket opens. */
    void whenClosed(Runnable action) {
        closed = action;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        opened.setMaxIdleTimeout(TimeUnit.SECONDS.toMillis(3L * pingSeconds));
        opened.setMaxTextMessageBufferSize(1024);
        opened.setMaxBinaryMessageBufferSize(1024);
        opened.getAsyncRemote().setSendTimeout(TimeUnit.SECONDS.toMillis(30));
        opened.addMessageHandler(String.class, (MessageHandler.Whole<String>)
                text -> close(CloseCodes.CANNOT_ACCEPT, "this socket only sends"));
        pings = clock.scheduleWithFixedDelay(() -> ping(opened), pingSeconds, pingSeconds, TimeUnit.SECONDS);
        int check = OpenStreams.checkSeconds(pingSeconds);
        checks = clock.scheduleWithFixedDelay(() -> check(opened), check, check, TimeUnit.SECONDS);
        try {
            watch = feed.open(platform, this::receive);
        } catch (QuantException e) {
            refuse(opened, e.code().code(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("cannot watch {}", feed, e);
            refuse(opened, "internal", "an unexpected error");
        }
        if (ended.get()) {
            stopWatching();
        }
    }

    @Override
    public void onClose(Session gone, CloseReason reason) {
        end();
    }

    @Override
    public void onError(Session broken, Throwable cause) {
        LOG.debug("a reader of {} is lost: {}", feed, String.valueOf(cause));
        end();
    }

    /** Lets go of everything; further calls do nothing. */
    void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        cancel(pings);
        cancel(checks);
        stopWatching();
        platform.close();
        closed.run();
    }

    private void receive(JobEvent event) {
        if (!queue.add(event)) {
            close(CloseCodes.TRY_AGAIN_LATER, "too slow; resume with after=");
            return;
        }
        pump();
    }

    private void pump() {
        while (!queue.isEmpty() && sending.compareAndSet(false, true)) {
            JobEvent event = queue.poll();
            Session open = session;
            if (event == null || open == null || !open.isOpen()) {
                sending.set(false);
                return;
            }
            open.getAsyncRemote().sendText(EventQueue.document(event), result -> {
                sending.set(false);
                if (!result.isOK()) {
                    close(CloseCodes.UNEXPECTED_CONDITION, "cannot send");
                } else if (event.last()) {
                    close(CloseCodes.NORMAL_CLOSURE, "");
                } else {
                    pump();
                }
            });
        }
    }

    private void refuse(Session open, String code, String detail) {
        Map<String, String> message = Map.of("type", "error", "code", code, "detail", detail);
        open.getAsyncRemote().sendText(QuantJson.write(message), result -> close(CloseCodes.VIOLATED_POLICY, code));
    }

    private void close(CloseCode code, String reason) {
        Session open = session;
        if (open == null || !open.isOpen()) {
            return;
        }
        try {
            open.close(new CloseReason(code, reason));
        } catch (IOException e) {
            LOG.debug("a reader of {} did not close: {}", feed, e.toString());
        }
    }

    private void ping(Session open) {
        try {
            open.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            LOG.debug("a reader of {} is lost: {}", feed, e.toString());
            end();
        }
    }

    private void check(Session open) {
        if (OpenStreams.hasEnded(platform)) {
            stopWatching();
            refuse(open, "unauthenticated", "the session has ended, log in again");
        }
    }

    private static void cancel(@Nullable ScheduledFuture<?> scheduled) {
        if (scheduled != null) {
            scheduled.cancel(false);
        }
    }

    private void stopWatching() {
        Jobs.Watch watched = watch;
        watch = null;
        if (watched != null) {
            watched.close();
        }
    }
}
