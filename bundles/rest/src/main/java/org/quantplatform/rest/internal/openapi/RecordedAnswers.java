package org.quantplatform.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Answers of a server with the synthetic market, recorded and cut short, as examples; by operation, and by
 * its media type where that is not JSON.
 */
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
        responses.forEach((status, response) -> {
            if (status.startsWith("2") && response.getContent() != null) {
                response.getContent().forEach((type, content) -> show(operation, type, content));
            }
        });
    }

    private void show(String operation, String type, MediaType content) {
        JsonNode answer = answers.path(type.equals("application/json") ? operation : operation + " " + type);
        if (!answer.isMissingNode() && content.getExample() == null && content.getExamples() == null) {
            content.setExample(answer.isTextual() ? answer.asText() : answer);
        }
    }
}
