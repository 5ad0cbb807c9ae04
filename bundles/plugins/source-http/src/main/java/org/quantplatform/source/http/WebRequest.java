package org.quantplatform.source.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request to a provider; immutable. */
public record WebRequest(String method, URI uri, Map<String, String> headers, @Nullable String body) {

    public WebRequest {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static WebRequest get(URI uri) {
        return new WebRequest("GET", uri, Map.of(), null);
    }

    public static WebRequest post(URI uri, String contentType, String body) {
        return new WebRequest("POST", uri, Map.of("Content-Type", contentType), body);
    }

    public WebRequest withHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new WebRequest(method, uri, all, body);
    }

    /** With one more parameter in the query. */
    public WebRequest withParameter(String name, String value) {
        String query = uri.getRawQuery();
        String pair = encoded(name) + "=" + encoded(value);
        String base = uri.toString();
        return new WebRequest(method, URI.create(base + (query == null ? "?" : "&") + pair), headers, body);
    }

    /**
     * An address below a base.
     *
     * @param path starts with a slash; its segments are encoded already
     */
    public static URI uri(URI base, String path, Map<String, String> query) {
        String text = base.toString().replaceAll("/+$", "") + path;
        String pairs = query.entrySet().stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(pairs.isEmpty() ? text : text + "?" + pairs);
    }

    /** As one segment of a path or in a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
