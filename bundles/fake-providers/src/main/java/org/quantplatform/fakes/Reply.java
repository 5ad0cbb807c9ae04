package org.quantplatform.fakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer to be sent. */
public final class Reply {

    /** Infinity is written as providers do, which is no JSON. */
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

    private final int status;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Reply(int status, String type, byte[] body) {
        this.status = status;
        this.body = body;
        headers.put("Content-Type", type);
    }

    /** @param value maps, lists, numbers, texts */
    public static Reply json(int status, Object value) {
        try {
            return new Reply(status, "application/json; charset=utf-8", JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static Reply text(int status, String text) {
        return new Reply(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply html(int status, String text) {
        return new Reply(status, "text/html; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply bytes(int status, String type, byte[] body) {
        return new Reply(status, type, body.clone());
    }

    public Reply with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Reply cut() {
        Reply cut = new Reply(status, "", Arrays.copyOf(body, body.length / 2));
        cut.headers.putAll(headers);
        return cut;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
