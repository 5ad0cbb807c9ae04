package org.quantplatform.assembly.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quantplatform.assembly.contract.ApiDocument.Operation;

/** What the contract says of every answer. */
public final class Judge {

    private static final String PROBLEM = "application/problem+json";
    private static final JsonNode PROBLEM_SCHEMA =
            new ObjectMapper().createObjectNode().put("$ref", "#/components/schemas/Problem");
    private static final Pattern TRACE = Pattern.compile(
            "\\bat [\\w.$]+\\([\\w]+\\.java|Caused by:|[a-z]\\.[A-Z]\\w*(Exception|Error)\\b|SQLSTATE|ERROR: ");
    private static final Pattern CLASS_NAME = Pattern.compile(
            "(org\\.quantplatform|java\\.(lang|util|io)|com\\.fasterxml|org\\.postgresql|jakarta)\\.(?![a-z.]+\\.cfg)");

    private final ApiDocument api;

    public Judge(ApiDocument api) {
        this.api = api;
    }

    /**
     * The faults of an answer; empty when it is as documented.
     *
     * @param operation null when the request belongs to none
     */
    public List<String> faults(@Nullable Operation operation, Request request, Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() >= 500 && answer.status() != 503) {
            faults.add("an error of the server");
        }
        String told = answer.status() >= 400 ? answer.text() : "";
        if (leaks(TRACE, answer.text()) || leaks(CLASS_NAME, told)) {
            faults.add("tells of its inside");
        }
        if (answer.header("x-request-id").isEmpty()) {
            faults.add("no X-Request-Id");
        }
        if (answer.status() >= 400) {
            checkProblem(answer, request.method().equals("HEAD"), faults);
        }
        if (operation != null && answer.status() != 500) {
            checkAnswer(operation, request, answer, faults);
        }
        return faults;
    }

    private static boolean leaks(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find();
    }

    private void checkProblem(Answer answer, boolean headOnly, List<String> faults) {
        if (!answer.mediaType().equals(PROBLEM)) {
            faults.add("no problem document but " + answer.mediaType());
            return;
        }
        JsonNode problem = answer.json();
        if (headOnly && problem.isMissingNode()) {
            return;
        }
        faults.addAll(new SchemaCheck(api, true).faults(PROBLEM_SCHEMA, problem));
        if (problem.path("status").asInt() != answer.status()) {
            faults.add("the document tells of another status");
        }
        if (answer.status() == 503 && answer.header("retry-after").isEmpty()) {
            faults.add("no Retry-After");
        }
    }

    private void checkAnswer(Operation operation, Request request, Answer answer, List<String> faults) {
        Map<String, JsonNode> types = operation.answers().get(String.valueOf(answer.status()));
        if (types == null) {
            faults.add("status " + answer.status() + " is not documented");
            return;
        }
        if (answer.status() >= 300 || answer.body().length == 0) {
            boolean promised = answer.status() < 300 && !types.isEmpty();
            if (promised && answer.status() != 206) {
                faults.add("no body");
            }
            return;
        }
        JsonNode schema = types.get(answer.mediaType());
        if (schema == null) {
            faults.add("media type " + answer.mediaType() + " is not documented for " + answer.status());
            return;
        }
        if (answer.mediaType().equals("application/json")) {
            boolean whole = !request.target().contains("fields=");
            faults.addAll(new SchemaCheck(api, whole).faults(schema, answer.json()));
        }
    }
}
