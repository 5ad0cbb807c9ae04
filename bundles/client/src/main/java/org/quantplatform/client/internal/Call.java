package org.quantplatform.client.internal;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.quantplatform.json.QuantJson;

/**
 * One request to be made.
 *
 * @param path from {@code /api/v1} on, encoded
 * @param repeatable whether doing it twice is the same as doing it once, so that it may be made again after the
 *     connection broke
 */
record Call(String method, String path, Map<String, String> headers, BodyPublisher body, boolean repeatable) {

    static final String BASE = "/api/v1";

    static Call get(String path) {
        return new Call("GET", BASE + path, Map.of(), BodyPublishers.noBody(), true);
    }

    static Call delete(String path) {
        return new Call("DELETE", BASE + path, Map.of(), BodyPublishers.noBody(), false);
    }

    static Call put(String path, Object body) {
        return new Call("PUT", BASE + path, Map.of("Content-Type", "application/json"), json(body), false);
    }

    /** Makes or does something each time. */
    static Call post(String path, Object body) {
        return new Call("POST", BASE + path, Map.of("Content-Type", "application/json"), json(body), false);
    }

    /** An action on something that exists; asking twice does no harm. */
    static Call action(String path) {
        return new Call("POST", BASE + path, Map.of(), BodyPublishers.noBody(), true);
    }

    /** An action that makes something new each time. */
    static Call start(String path) {
        return new Call("POST", BASE + path, Map.of(), BodyPublishers.noBody(), false);
    }

    /** An action that makes something new, once for each key. */
    static Call start(String path, String key) {
        return new Call("POST", BASE + path, Map.of("Idempotency-Key", key), BodyPublishers.noBody(), true);
    }

    /** Makes something new, once for each key. */
    static Call create(String path, Object body, String key) {
        return new Call(
                "POST",
                BASE + path,
                Map.of("Content-Type", "application/json", "Idempotency-Key", key),
                json(body),
                true);
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    Call with(String header, String value) {
        return with(Map.of(header, value));
    }

    Call with(Map<String, String> added) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(added);
        return new Call(method, path, more, body, repeatable);
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(QuantJson.write(body), StandardCharsets.UTF_8);
    }
}
