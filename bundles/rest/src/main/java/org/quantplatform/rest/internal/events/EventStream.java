package org.quantplatform.rest.internal.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A reader by {@code text/event-stream}. Nobody is called while the lock is held: who brings events may hold locks, too. */
final class EventStream implements Line, WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final String PING = ": ping\n\n";

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final EventFlow flow;
    private final Object lock = new Object();
    private @Nullable String next = ": watching\n\n";
    private @Nullable Consumer<Boolean> done;
    private boolean flushDue;
    private boolean closing;
    private boolean closed;

    EventStream(AsyncContext context, ServletOutputStream out, EventFlow flow) {
        this.context = context;
        this.out = out;
        this.flow = flow;
        this.done = sent -> flow.send(this);
    }

    @Override
    public void send(Message message, Consumer<Boolean> whenDone) {
        String id = message.seq() == null ? "" : "id: " + message.seq() + "\n";
        synchronized (lock) {
            next = id + "data: " + message.document() + "\n\n";
            done = whenDone;
        }
        write();
    }

    @Override
    public void ping() {
        synchronized (lock) {
            if (next == null && done == null) {
                next = PING;
            }
        }
        write();
    }

    @Override
    public void close(Ending ending) {
        synchronized (lock) {
            closing = true;
            next = null;
            done = null;
        }
        write();
    }

    @Override
    public void onWritePossible() {
        write();
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("a reader of {} is lost: {}", flow, String.valueOf(failure));
        abort();
    }

    /** Ends it at once. */
    void abort() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
        }
        complete();
    }

    /** Goes as far as the reader takes it; the container calls when it takes more. */
    private void write() {
        Consumer<Boolean> told;
        boolean ends;
        try {
            synchronized (lock) {
                if (closed || !writesNext()) {
                    return;
                }
                told = done;
                done = null;
                ends = closing;
                closed = ends;
            }
        } catch (IOException | IllegalStateException e) {
            onError(e);
            return;
        }
        if (told != null) {
            told.accept(true);
        } else if (ends) {
            complete();
        }
    }

    /** Whether the reader has taken all that there was. */
    private boolean writesNext() throws IOException {
        if (!isTaken()) {
            return false;
        }
        String text = next;
        if (text == null) {
            return true;
        }
        next = null;
        out.write(text.getBytes(StandardCharsets.UTF_8));
        flushDue = true;
        return isTaken();
    }

    private boolean isTaken() throws IOException {
        if (!out.isReady()) {
            return false;
        }
        if (!flushDue) {
            return true;
        }
        flushDue = false;
        out.flush();
        return out.isReady();
    }

    private void complete() {
        flow.end();
        try {
            context.complete();
        } catch (IllegalStateException e) {
            LOG.debug("a stream of {} has ended before: {}", flow, e.toString());
        }
    }
}
