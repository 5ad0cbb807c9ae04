package org.quantplatform.assembly.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * What came back.
 *
 * @param headers by name in lower case
 * @param body of an event stream only the first piece
 */
public record Answer(int status, Map<String, String> headers, byte[] body, long millis) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public String mediaType() {
        return header("content-type").split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    public String text() {
        return new String(plain(), StandardCharsets.UTF_8);
    }

    private byte[] plain() {
        if (!header("content-encoding").equals("gzip")) {
            return body;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** The body as a document, a missing one when it is none. */
    public JsonNode json() {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(plain());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
