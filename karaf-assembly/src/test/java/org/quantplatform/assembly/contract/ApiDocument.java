package org.quantplatform.assembly.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An OpenAPI 3.0 document, read. */
public final class ApiDocument {

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    /**
     * What a route may be asked.
     *
     * @param in {@code path}, {@code query} or {@code header}
     */
    public record Parameter(String name, String in, JsonNode schema) {}

    /**
     * An operation of a route.
     *
     * @param bodies schema of the request's body by media type; empty when it has none
     * @param examples bodies that the document shows as {@code application/json}
     * @param answers by status, then schema by media type
     */
    public record Operation(
            String id,
            String method,
            String path,
            List<Parameter> parameters,
            Map<String, JsonNode> bodies,
            List<JsonNode> examples,
            Map<String, Map<String, JsonNode>> answers) {

        public List<Parameter> parameters(String in) {
            return parameters.stream()
                    .filter(parameter -> parameter.in().equals(in))
                    .toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public ApiDocument(JsonNode document) {
        this.document = document;
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> operations.add(read(path.getKey(), method.getKey(), method.getValue()))));
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The path below which all routes are. */
    public String base() {
        return document.at("/servers/0/url").asText();
    }

    /** What a reference leads to; anything else is itself. */
    JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    private Operation read(String path, String method, JsonNode node) {
        List<Parameter> parameters = new ArrayList<>();
        node.path("parameters").forEach(one -> {
            JsonNode parameter = resolve(one);
            parameters.add(new Parameter(
                    parameter.path("name").asText(), parameter.path("in").asText(), parameter.path("schema")));
        });
        JsonNode content = resolve(node.path("requestBody")).path("content");
        List<JsonNode> examples = new ArrayList<>();
        content.path("application/json").path("examples").forEach(example -> examples.add(example.path("value")));
        Map<String, Map<String, JsonNode>> answers = new LinkedHashMap<>();
        node.path("responses")
                .properties()
                .forEach(answer -> answers.put(
                        answer.getKey(), schemas(resolve(answer.getValue()).path("content"))));
        return new Operation(
                node.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                schemas(content),
                examples,
                answers);
    }

    private static Map<String, JsonNode> schemas(JsonNode content) {
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        content.properties()
                .forEach(type -> schemas.put(
                        type.getKey(),
                        type.getValue().has("schema") ? type.getValue().get("schema") : MissingNode.getInstance()));
        return schemas;
    }
}
