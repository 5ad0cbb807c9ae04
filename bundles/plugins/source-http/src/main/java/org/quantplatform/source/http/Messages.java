package org.quantplatform.source.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Messages of a feed as JSON. */
public final class Messages {

    private static final ObjectMapper WRITER = new ObjectMapper();
    private static final URI FEED = URI.create("feed://feed/message");

    private Messages() {}

    /** @throws UnreadableAnswer when the message is no JSON, or not whole */
    public static JsonNode json(String message) throws UnreadableAnswer {
        return new WebAnswer(200, Map.of(), message.getBytes(StandardCharsets.UTF_8), FEED).json();
    }

    /** @param value maps, lists, texts and numbers */
    public static String text(Object value) {
        try {
            return WRITER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
