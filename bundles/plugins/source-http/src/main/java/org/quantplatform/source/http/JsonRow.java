package org.quantplatform.source.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A JSON object read strictly: a field of a wrong type is an error that names its place, never a guess. */
public final class JsonRow {

    private final JsonNode node;
    private final String path;

    private JsonRow(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** @param path names the object in messages */
    public static JsonRow of(JsonNode node, String path) throws UnreadableAnswer {
        if (!node.isObject()) {
            throw new UnreadableAnswer(path + " is " + kind(node) + ", not an object");
        }
        return new JsonRow(node, path);
    }

    public static JsonRow of(WebAnswer answer) throws UnreadableAnswer {
        return of(answer.json(), "the answer");
    }

    /** For what has no accessor here. */
    public JsonNode node() {
        return node;
    }

    /** There, and not null. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    public String text(String name) throws UnreadableAnswer {
        return textIf(name).orElseThrow(() -> missing(name));
    }

    public Optional<String> textIf(String name) throws UnreadableAnswer {
        if (!has(name)) {
            return Optional.empty();
        }
        if (!node.get(name).isTextual()) {
            throw wrong(name, "a text");
        }
        return Optional.of(node.get(name).textValue());
    }

    public double number(String name) throws UnreadableAnswer {
        double value = numberIf(name);
        if (Double.isNaN(value)) {
            throw missing(name);
        }
        return value;
    }

    /** NaN when it is absent or null. */
    public double numberIf(String name) throws UnreadableAnswer {
        if (!has(name)) {
            return Double.NaN;
        }
        if (!node.get(name).isNumber()) {
            throw wrong(name, "a number");
        }
        double value = node.get(name).doubleValue();
        if (!Double.isFinite(value)) {
            throw wrong(name, "a finite one");
        }
        return value;
    }

    public long whole(String name) throws UnreadableAnswer {
        if (!has(name)) {
            throw missing(name);
        }
        if (!node.get(name).isIntegralNumber() || !node.get(name).canConvertToLong()) {
            throw wrong(name, "a whole number");
        }
        return node.get(name).longValue();
    }

    /** An ISO date. */
    public LocalDate date(String name) throws UnreadableAnswer {
        return dateIf(name).orElseThrow(() -> missing(name));
    }

    public Optional<LocalDate> dateIf(String name) throws UnreadableAnswer {
        Optional<String> text = textIf(name).filter(value -> !value.isEmpty());
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw wrong(name, "a date");
        }
    }

    public JsonRow row(String name) throws UnreadableAnswer {
        if (!has(name)) {
            throw missing(name);
        }
        return of(node.get(name), path + "." + name);
    }

    public Optional<JsonRow> rowIf(String name) throws UnreadableAnswer {
        return has(name) ? Optional.of(row(name)) : Optional.empty();
    }

    /** The elements of a list; none when it is absent or null. */
    public List<JsonNode> list(String name) throws UnreadableAnswer {
        if (!has(name)) {
            return List.of();
        }
        if (!node.get(name).isArray()) {
            throw wrong(name, "a list");
        }
        List<JsonNode> elements = new ArrayList<>();
        node.get(name).forEach(elements::add);
        return elements;
    }

    /** The elements of a list of objects; none when it is absent or null. */
    public List<JsonRow> rows(String name) throws UnreadableAnswer {
        List<JsonRow> rows = new ArrayList<>();
        for (JsonNode element : list(name)) {
            rows.add(of(element, path + "." + name + "[" + rows.size() + "]"));
        }
        return rows;
    }

    private UnreadableAnswer missing(String name) {
        return new UnreadableAnswer(path + " has no " + name);
    }

    private UnreadableAnswer wrong(String name, String wanted) {
        return new UnreadableAnswer(path + "." + name + " is " + kind(node.get(name)) + ", not " + wanted);
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a truth value";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "null";
        };
    }
}
