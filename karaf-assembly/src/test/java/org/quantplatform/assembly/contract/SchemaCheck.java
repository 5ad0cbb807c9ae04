package org.quantplatform.assembly.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Compares a document with the schema that OpenAPI 3.0 states for it; members that no schema names are faults too. */
public final class SchemaCheck {

    private static final int MOST_FAULTS = 5;

    private final ApiDocument api;
    private final boolean whole;

    /** @param whole false when members may be left out, as in an answer of selected fields */
    public SchemaCheck(ApiDocument api, boolean whole) {
        this.api = api;
        this.whole = whole;
    }

    /** What is wrong, each with its place; empty when nothing is. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        List<String> faults = new ArrayList<>();
        check(schema, value, "$", faults);
        return faults.subList(0, Math.min(faults.size(), MOST_FAULTS));
    }

    private void check(JsonNode stated, JsonNode value, String place, List<String> faults) {
        JsonNode schema = api.resolve(stated);
        if (value.isNull() && schema.path("nullable").asBoolean()) {
            return;
        }
        if (schema.has("allOf")) {
            schema.get("allOf").forEach(part -> check(part, value, place, faults));
            return;
        }
        if (schema.has("oneOf")) {
            checkChoice(schema, value, place, faults);
            return;
        }
        if (!isOfType(schema.path("type").asText(), value)) {
            faults.add(place + " is " + value.getNodeType() + ", not "
                    + schema.path("type").asText());
            return;
        }
        checkText(schema, value, place, faults);
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            check(schema.path("items"), value.get(i), place + "[" + i + "]", faults);
        }
        if (value.isObject()) {
            checkMembers(schema, value, place, faults);
        }
    }

    private void checkChoice(JsonNode schema, JsonNode value, String place, List<String> faults) {
        boolean fits = StreamSupport.stream(schema.get("oneOf").spliterator(), false)
                .anyMatch(choice -> faults(choice, value).isEmpty());
        if (!fits) {
            faults.add(place + " is none of the choices");
        }
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }

    private static void checkText(JsonNode schema, JsonNode value, String place, List<String> faults) {
        if (!value.isTextual()) {
            return;
        }
        String text = value.asText();
        boolean chosen = !schema.has("enum")
                || StreamSupport.stream(schema.get("enum").spliterator(), false)
                        .anyMatch(choice -> choice.asText().equals(text));
        boolean matches =
                !schema.has("pattern") || text.matches(schema.get("pattern").asText());
        if (!chosen || !matches || !isOfFormat(schema.path("format").asText(), text)) {
            faults.add(place + " is not as stated: " + value);
        }
    }

    private static boolean isOfFormat(String format, String text) {
        try {
            if (format.equals("date")) {
                LocalDate.parse(text);
            }
            if (format.equals("date-time")) {
                OffsetDateTime.parse(text);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void checkMembers(JsonNode schema, JsonNode value, String place, List<String> faults) {
        if (whole) {
            schema.path("required").forEach(name -> {
                if (!value.has(name.asText())) {
                    faults.add(place + " lacks " + name.asText());
                }
            });
        }
        JsonNode others = schema.path("additionalProperties");
        value.properties().forEach(member -> {
            String inside = place + "." + member.getKey();
            JsonNode known = schema.path("properties").path(member.getKey());
            if (!known.isMissingNode()) {
                check(known, member.getValue(), inside, faults);
            } else if (others.isObject()) {
                check(others, member.getValue(), inside, faults);
            } else if (schema.has("properties")) {
                faults.add(inside + " is not documented");
            }
        });
    }
}
