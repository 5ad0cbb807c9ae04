package org.quantplatform.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Answers of a server with the synthetic market, recorded and cut short, as examples; by operation. */
final class RecordedAnswers {

    private static final String FILE = "answers.json";

    private final JsonNode answers;

    private RecordedAnswers(JsonNode answers) {
        this.answers = answers;
    }

    static RecordedAnswers read() {
        try (InputStream in = RecordedAnswers.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks " + FILE);
            }
            return new RecordedAnswers(Json.mapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An example that the route states itself stays. */
    void show(String operation, ApiResponses responses) {
        JsonNode answer = answers.path(operation);
        if (answer.isMissingNode()) {
            return;
        }
        responses.forEach((status, response) -> {
            MediaType json = !status.startsWith("2") || response.getContent() == null
                    ? null
                    : response.getContent().get("application/json");
            if (json != null && json.getExample() == null && json.getExamples() == null) {
                json.setExample(answer);
            }
        });
    }
}
