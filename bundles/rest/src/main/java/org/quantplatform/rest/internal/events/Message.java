package org.quantplatform.rest.internal.events;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.json.QuantJson;

/**
 * What is sent to a reader at a time.
 *
 * @param seq from which a reader goes on that was cut off after it; null where it does not count
 * @param document JSON of one line
 * @param ending null when more may follow
 */
public record Message(@Nullable Long seq, String document, @Nullable Ending ending) {

    static Message of(JobEvent event) {
        return new Message(event.seq(), EventQueue.document(event), event.last() ? Ending.COMPLETE : null);
    }

    static Message refusal(String code, String detail) {
        Map<String, String> document = Map.of("type", "error", "code", code, "detail", detail);
        return new Message(null, QuantJson.write(document), Ending.REFUSED);
    }
}
