package org.quantplatform.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;

/** Turns a server's refusal into the exception that the same call inside the server would have thrown. */
final class Problems {

    private Problems() {}

    static QuantException read(Answer answer) {
        Optional<JsonNode> document = document(answer);
        if (document.isEmpty()) {
            return withoutDocument(answer);
        }
        JsonNode problem = document.get();
        String said = first(problem, "detail", "title");
        String words = said.isEmpty() ? "the server answered " + answer.status() : said;
        ErrorCode code = code(problem.path("code").asText("")).orElse(byStatus(answer.status()));
        return QuantException.withErrors(code, words, errors(problem));
    }

    private static QuantException withoutDocument(Answer answer) {
        if (answer.status() == 404 || answer.status() == 405 || answer.status() / 100 == 3) {
            return QuantException.of(
                    ErrorCode.UNAVAILABLE, "what answers at " + answer.server() + " is not a Quant Platform server");
        }
        String words = answer.busy() ? " is too busy or still starting (" : " refused (";
        return QuantException.of(
                byStatus(answer.status()), "the server at " + answer.server() + words + answer.status() + ")");
    }

    private static Optional<JsonNode> document(Answer answer) {
        if (!answer.isJson()) {
            return Optional.empty();
        }
        try {
            return Optional.of(QuantJson.mapper().readTree(answer.body())).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String first(JsonNode problem, String... names) {
        return Arrays.stream(names)
                .map(n -> problem.path(n).asText(""))
                .filter(t -> !t.isBlank() && !t.equals("null"))
                .findFirst()
                .orElse("");
    }

    private static List<FieldError> errors(JsonNode problem) {
        List<FieldError> errors = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            errors.add(new FieldError(
                    error.path("field").asText(""), error.path("message").asText("")));
        }
        return errors;
    }

    private static Optional<ErrorCode> code(String text) {
        return Arrays.stream(ErrorCode.values())
                .filter(c -> c.code().equals(text))
                .findFirst();
    }

    private static ErrorCode byStatus(int status) {
        return switch (status) {
            case 400 -> ErrorCode.INVALID_REQUEST;
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 403 -> ErrorCode.FORBIDDEN;
            case 404, 410 -> ErrorCode.NOT_FOUND;
            case 409 -> ErrorCode.CONFLICT;
            case 412, 428 -> ErrorCode.PRECONDITION_FAILED;
            case 413 -> ErrorCode.TOO_LARGE;
            case 422 -> ErrorCode.UNPROCESSABLE;
            case 429 -> ErrorCode.QUOTA_EXCEEDED;
            case 502, 503, 504 -> ErrorCode.UNAVAILABLE;
            default -> status < 500 ? ErrorCode.INVALID_REQUEST : ErrorCode.INTERNAL;
        };
    }
}
