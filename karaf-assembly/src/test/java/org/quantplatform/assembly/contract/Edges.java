package org.quantplatform.assembly.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Requests at and just beyond the ends that a document states for the members of their bodies. */
public final class Edges {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigDecimal LITTLE = new BigDecimal("0.001");

    private final ApiDocument api;

    /**
     * A body of which one member is at an end or beyond it.
     *
     * @param member of which schema, {@code Schema.member}
     * @param field as an answer would name it
     * @param within whether the end belongs to what is allowed
     */
    public record Attempt(String member, String field, JsonNode body, boolean within) {

        @Override
        public String toString() {
            String text = body.toString();
            return field + (within ? " within" : " beyond") + " in " + text.substring(0, Math.min(300, text.length()));
        }
    }

    public Edges(ApiDocument api) {
        this.api = api;
    }

    /** Members that have an end and are part of a body that can be sent. */
    public TreeSet<String> members() {
        TreeSet<String> members = new TreeSet<>();
        TreeSet<String> seen = new TreeSet<>();
        api.operations()
                .forEach(operation -> operation.bodies().values().forEach(schema -> collect(schema, seen, members)));
        return members;
    }

    private void collect(JsonNode stated, TreeSet<String> seen, TreeSet<String> members) {
        boolean known = stated.has("$ref") && !seen.add(stated.get("$ref").asText());
        if (known || !stated.isObject()) {
            return;
        }
        JsonNode schema = api.resolve(stated);
        String name = name(stated);
        schema.path("properties").properties().forEach(member -> {
            if (isBounded(member.getValue())) {
                members.add(name + "." + member.getKey());
            }
            collect(member.getValue(), seen, members);
        });
        schema.path("allOf").forEach(part -> collect(part, seen, members));
        collect(schema.path("items"), seen, members);
        collect(schema.path("additionalProperties"), seen, members);
    }

    /** For each bounded member of each object that is part of {@code body}, whether the member is there or not. */
    public List<Attempt> of(JsonNode schema, JsonNode body) {
        List<Attempt> attempts = new ArrayList<>();
        walk(schema, body, new Place(body, "", ""), attempts);
        return attempts;
    }

    /** Where an object lies in a body, as a pointer and as an answer names it. */
    private record Place(JsonNode body, String pointer, String field) {

        Place member(String name) {
            return new Place(body, pointer + "/" + name, field.isEmpty() ? name : field + "." + name);
        }

        Place first() {
            return new Place(body, pointer + "/0", field + "[0]");
        }

        JsonNode with(String name, JsonNode value) {
            JsonNode copy = body.deepCopy();
            ((ObjectNode) copy.at(pointer)).set(name, value);
            return copy;
        }
    }

    private void walk(JsonNode stated, JsonNode object, Place place, List<Attempt> attempts) {
        JsonNode whole = whole(stated);
        for (Map.Entry<String, JsonNode> member :
                api.resolve(whole).path("properties").properties()) {
            String name = member.getKey();
            JsonNode schema = member.getValue();
            String label = name(whole) + "." + name;
            ends(schema, object.path(name))
                    .forEach(end -> attempts.add(new Attempt(
                            label, place.member(name).field(), place.with(name, end.value()), end.within())));
            JsonNode value = object.path(name);
            if (value.isObject()) {
                walk(schema, value, place.member(name), attempts);
            } else if (value.isArray() && value.path(0).isObject()) {
                walk(schema.path("items"), value.get(0), place.member(name).first(), attempts);
            }
        }
    }

    /** What a member that may be null is a reference to. */
    private static JsonNode whole(JsonNode stated) {
        return stated.has("allOf") ? stated.get("allOf").get(0) : stated;
    }

    private static String name(JsonNode stated) {
        String reference = stated.path("$ref").asText();
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static boolean isBounded(JsonNode schema) {
        return Stream.of("minimum", "maximum", "maxLength", "maxItems").anyMatch(schema::has);
    }

    private record End(JsonNode value, boolean within) {}

    private static List<End> ends(JsonNode schema, JsonNode present) {
        List<End> ends = new ArrayList<>();
        if (schema.has("maxItems")) {
            JsonNode item = present.path(0).isMissingNode() ? filler(schema.path("items")) : present.get(0);
            int fewest = schema.path("minItems").asInt();
            int most = schema.get("maxItems").asInt();
            // what is there twice may count once
            ends.add(new End(item.isTextual() ? names(most + 1) : list(most + 1, item), false));
            if (fewest > 0) {
                ends.add(new End(list(fewest - 1, item), false));
            }
            ends(schema.path("items"), item).stream()
                    .filter(end -> !end.within())
                    .forEach(end -> ends.add(new End(list(1, end.value()), false)));
        } else if (schema.has("maxLength")) {
            int shortest = schema.path("minLength").asInt();
            int longest = schema.get("maxLength").asInt();
            ends.add(new End(letters(longest), true));
            ends.add(new End(letters(longest + 1), false));
            if (shortest > 0) {
                ends.add(new End(letters(shortest), true));
                ends.add(new End(letters(shortest - 1), false));
            }
        } else {
            numbers(schema, ends);
        }
        return ends;
    }

    private static void numbers(JsonNode schema, List<End> ends) {
        BigDecimal step = schema.path("type").asText().equals("integer") ? BigDecimal.ONE : LITTLE;
        if (schema.has("minimum")) {
            BigDecimal least = schema.get("minimum").decimalValue();
            boolean excluded = schema.path("exclusiveMinimum").asBoolean();
            ends.add(new End(number(schema, least), !excluded));
            ends.add(new End(number(schema, least.subtract(step)), false));
        }
        if (schema.has("maximum")) {
            BigDecimal most = schema.get("maximum").decimalValue();
            ends.add(new End(number(schema, most), true));
            // a little more than a large number would be the same in double precision
            BigDecimal more = most.add(step).max(most.multiply(new BigDecimal("1.000001")));
            ends.add(new End(number(schema, more), false));
        }
    }

    private static JsonNode number(JsonNode schema, BigDecimal value) {
        return schema.path("type").asText().equals("integer")
                ? JSON.numberNode(value.toBigInteger())
                : JSON.numberNode(value);
    }

    private static JsonNode filler(JsonNode item) {
        return item.path("type").asText().equals("string") ? JSON.textNode("a") : JSON.numberNode(1);
    }

    private static ArrayNode list(int size, JsonNode item) {
        ArrayNode list = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            list.add(item);
        }
        return list;
    }

    private static ArrayNode names(int size) {
        ArrayNode list = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            list.add("a" + i);
        }
        return list;
    }

    private static JsonNode letters(int count) {
        return JSON.textNode("a".repeat(count));
    }
}
