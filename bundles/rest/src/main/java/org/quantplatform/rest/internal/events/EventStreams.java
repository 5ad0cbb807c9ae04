package org.quantplatform.rest.internal.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.rest.internal.front.Front;

/** The open streams of server-sent events; they hold no thread between two events. */
public final class EventStreams implements AutoCloseable {

    private final Front front;
    private final ScheduledExecutorService clock = EventFlow.newClock();
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

    public EventStreams(Front front) {
        this.front = front;
    }

    /**
     * Answers with the events of the feed from now on.
     *
     * @param platform closed with the stream
     * @throws org.quantplatform.model.QuantException when the caller may not see them, or has too many streams
     */
    public void open(PlatformSession platform, Feed feed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        EventFlow flow = EventFlow.of(platform, feed, clock, front, request.getRemoteAddr());
        try {
            flow.watch();
            start(flow, request, response);
        } catch (IOException | RuntimeException e) {
            flow.end();
            throw e;
        }
    }

    /** Ends all at once; their readers come back. */
    @Override
    public void close() {
        clock.shutdownNow();
        open.forEach(EventStream::abort);
    }

    private void start(EventFlow flow, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        EventStream stream = new EventStream(context, response.getOutputStream(), flow);
        open.add(stream);
        context.addListener(new Departure(stream));
        response.getOutputStream().setWriteListener(stream);
    }

    /** Hears of the end, whoever brings it about. */
    private final class Departure implements AsyncListener {

        private final EventStream stream;

        Departure(EventStream stream) {
            this.stream = stream;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            open.remove(stream);
            stream.abort();
        }

        @Override
        public void onError(AsyncEvent event) {
            stream.onError(event.getThrowable());
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            stream.abort();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // it is not started again
        }
    }
}
