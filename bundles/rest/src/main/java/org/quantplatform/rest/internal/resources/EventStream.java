package org.quantplatform.rest.internal.resources;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.json.QuantJson;
import org.quantplatform.rest.internal.front.Front;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.EventQueue;
import org.quantplatform.rest.internal.http.OpenStreams;
import org.quantplatform.rest.internal.http.Query;

/** Events of a run as {@code text/event-stream}; keeps a request thread until the last event. */
final class EventStream {

    private static final String ENDED = QuantJson.write(
            Map.of("type", "error", "code", "unauthenticated", "detail", "the session has ended, log in again"));

    private EventStream() {}

    static Response answer(Call call, String id, @Nullable String after) {
        String resume = call.request().getHeader("Last-Event-ID");
        long seen = Query.sequence("after", after == null ? resume : after);
        Jobs jobs = call.session().jobs();
        jobs.get(id);
        if (call.request().getMethod().equals("HEAD")) {
            // no stream follows that would give its place back
            return Response.ok().build();
        }
        call.front().streams().enter(call.request().getRemoteAddr());
        StreamingOutput output = out -> stream(call, id, seen, out);
        return Response.ok(output)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private static void stream(Call call, String id, long seen, OutputStream out) throws IOException {
        Front front = call.front();
        String address = call.request().getRemoteAddr();
        EventQueue queue = new EventQueue();
        try {
            Jobs.Watch watch = call.session().jobs().watch(id, seen, queue::add);
            try {
                send(call.session(), queue, front.options().pingSeconds(), out);
            } finally {
                watch.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            front.streams().leave(address);
        }
    }

    private static void send(PlatformSession session, EventQueue queue, int pingSeconds, OutputStream out)
            throws IOException, InterruptedException {
        write(out, ": watching\n\n");
        int wait = OpenStreams.checkSeconds(pingSeconds);
        int silent = 0;
        for (boolean more = true; more; ) {
            JobEvent event = queue.poll(wait);
            if (OpenStreams.hasEnded(session)) {
                write(out, "data: " + ENDED + "\n\n");
                return;
            }
            if (event == null) {
                silent += wait;
                if (silent >= pingSeconds) {
                    write(out, ": ping\n\n");
                    silent = 0;
                }
                continue;
            }
            write(out, "id: " + event.seq() + "\ndata: " + EventQueue.document(event) + "\n\n");
            more = !event.last();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
