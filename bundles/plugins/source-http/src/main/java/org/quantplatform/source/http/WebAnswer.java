package org.quantplatform.source.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param headers names in lower case
 * @param body decompressed
 * @param uri what was asked, with everything that the request carried
 */
public record WebAnswer(int status, Map<String, List<String>> headers, byte[] body, URI uri) {

    public Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** @throws UnreadableAnswer when the body is no JSON, or not whole */
    public JsonNode json() throws UnreadableAnswer {
        return Json.parse(this);
    }

    /** Host and path, which may be shown to people: no query, where keys may stand. */
    public String place() {
        return uri.getHost() + uri.getPath();
    }
}
