package org.quantplatform.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads OSGi manifest headers. */
final class Headers {

    private Headers() {}

    /** The paths of all clauses, without attributes and directives. */
    static List<String> paths(@Nullable String header) {
        List<String> paths = new ArrayList<>();
        for (String clause : split(header == null ? "" : header, ',')) {
            for (String part : split(clause, ';')) {
                if (!part.contains("=")) {
                    paths.add(part.strip());
                }
            }
        }
        paths.removeIf(String::isEmpty);
        return paths;
    }

    /** Commas and semicolons in quotes separate nothing. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
