package org.quantplatform.client.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PageRequest;

/** Builds an encoded path with a query; absent values are left out. */
final class Query {

    private final StringBuilder text;
    private char separator = '?';

    private Query(String path) {
        this.text = new StringBuilder(path);
    }

    static Query of(String path) {
        return new Query(path);
    }

    static String segment(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        // a segment of dots would climb in the path
        return encoded.matches("\\.{1,2}") ? encoded.replace(".", "%2E") : encoded;
    }

    Query with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        String shown = value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : value.toString();
        text.append(separator).append(name).append('=').append(segment(shown));
        separator = '&';
        return this;
    }

    Query page(PageRequest page) {
        return with("page", page.page()).with("limit", page.limit());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
