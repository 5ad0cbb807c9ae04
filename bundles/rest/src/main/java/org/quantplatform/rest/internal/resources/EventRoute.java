package org.quantplatform.rest.internal.resources;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.quantplatform.rest.internal.events.JobFeed;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Query;

/** Events of a run as {@code text/event-stream}. */
final class EventRoute {

    private EventRoute() {}

    static Response answer(Call call, String id, @Nullable String after) {
        String resume = call.request().getHeader("Last-Event-ID");
        long seen = Query.sequence("after", after == null ? resume : after);
        call.session().jobs().get(id);
        if (call.request().getMethod().equals("HEAD")) {
            return Response.ok().build();
        }
        call.answerWith(new JobFeed(id, seen));
        // an answer without a body would be one of length 0
        StreamingOutput later = out -> {};
        return Response.ok(later).build();
    }
}
