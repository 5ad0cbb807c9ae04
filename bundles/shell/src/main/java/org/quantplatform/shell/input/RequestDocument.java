package org.quantplatform.shell.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.QuantException;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** A request in the making: from a file, from options, or from a file with options over it. */
public final class RequestDocument {

    private static final long LONGEST = 10L << 20;

    private final ObjectNode root;
    private final String origin;

    private RequestDocument(ObjectNode root, String origin) {
        this.root = root;
        this.origin = origin;
    }

    public static RequestDocument empty() {
        return new RequestDocument(QuantJson.mapper().createObjectNode(), "");
    }

    /**
     * Reads YAML, or JSON where the name ends in {@code .json}.
     *
     * @throws BadInput naming the file, and the line where there is one
     */
    public static RequestDocument read(Path file) {
        String name = String.valueOf(file.getFileName());
        String text = text(file);
        JsonNode node = name.toLowerCase(Locale.ROOT).endsWith(".json") ? json(name, text) : yaml(name, text);
        if (node instanceof ObjectNode object) {
            return new RequestDocument(object, name + ": ");
        }
        throw new BadInput(name + ": must hold an object with named fields");
    }

    /** Sets a value at a dotted path; null is passed over. */
    public RequestDocument set(String path, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        String[] steps = path.split("\\.");
        ObjectNode at = root;
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.get(steps[i]) instanceof ObjectNode inner ? inner : at.putObject(steps[i]);
        }
        at.set(steps[steps.length - 1], QuantJson.mapper().valueToTree(value));
        return this;
    }

    /** Sets a value under a name that may have dots. */
    public void put(String name, Object value) {
        root.set(name, QuantJson.mapper().valueToTree(value));
    }

    /** The object under a name, empty when there is none yet; what is set there is set here. */
    public RequestDocument part(String name) {
        ObjectNode inner = root.get(name) instanceof ObjectNode object ? object : root.putObject(name);
        return new RequestDocument(inner, origin);
    }

    public boolean has(String name) {
        return root.hasNonNull(name);
    }

    /** Takes a field out. */
    public void remove(String name) {
        root.remove(name);
    }

    /**
     * @throws BadInput naming the field that cannot be read
     */
    public <T> T as(Class<T> type) {
        try {
            return QuantJson.readRequest(QuantJson.write(root), type);
        } catch (QuantException e) {
            throw new BadInput(origin + e.getMessage());
        }
    }

    /** A number, truth value or list when it reads as one, a text otherwise. */
    public static Object value(String text) {
        if (text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?|true|false|\\[.*]")) {
            try {
                return QuantJson.mapper().readTree(text);
            } catch (JsonProcessingException e) {
                return text;
            }
        }
        return text;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new BadInput(file + ": longer than " + (LONGEST >> 20) + " MB");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new BadInput("no file " + file);
        } catch (CharacterCodingException e) {
            throw new BadInput(file + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read");
        }
    }

    private static JsonNode json(String name, String text) {
        try {
            return QuantJson.strict().readTree(text);
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new BadInput(name + where + ": malformed JSON: " + firstLine(e.getOriginalMessage()));
        }
    }

    private static JsonNode yaml(String name, String text) {
        try {
            Object document = YamlReader.read(text);
            return QuantJson.mapper().readTree(QuantJson.write(document == null ? "" : document));
        } catch (MarkedYAMLException e) {
            String where = e.getProblemMark() == null
                    ? ""
                    : ", line " + (e.getProblemMark().getLine() + 1);
            throw new BadInput(name + where + ": malformed YAML: " + firstLine(e.getProblem()));
        } catch (YAMLException | QuantException | JsonProcessingException e) {
            throw new BadInput(name + ": malformed YAML: " + firstLine(e.getMessage()));
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
