package org.quantplatform.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.json.PageJson;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** What came back, unzipped. */
record Answer(String server, int status, HttpHeaders headers, byte[] body) {

    static Answer of(String server, HttpResponse<byte[]> response) throws IOException {
        boolean zipped = response.headers()
                .firstValue("Content-Encoding")
                .map(e -> e.strip().toLowerCase(Locale.ROOT).equals("gzip"))
                .orElse(false);
        byte[] body = zipped && response.body().length > 0
                ? BoundedBody.unzip(response.body(), BoundedBody.LIMIT)
                : response.body();
        return new Answer(server, response.statusCode(), response.headers(), body);
    }

    /** What was kept, after the server has said that it is still right. */
    Answer as(AnswerFiles.Kept kept) {
        Map<String, List<String>> told =
                Map.of("ETag", List.of(kept.etag()), "Content-Type", List.of(kept.contentType()));
        return new Answer(server, 200, HttpHeaders.of(told, (name, value) -> true), kept.body());
    }

    boolean good() {
        return status >= 200 && status < 300;
    }

    boolean busy() {
        return status == 429 || status == 503;
    }

    Optional<String> etag() {
        return headers.firstValue("ETag");
    }

    boolean isJson() {
        return headers.firstValue("Content-Type")
                .map(t -> t.toLowerCase(Locale.ROOT).matches("application/([a-z0-9.+-]*\\+)?json.*"))
                .orElse(false);
    }

    JsonNode json() {
        if (!isJson()) {
            throw QuantException.of(
                    ErrorCode.UNAVAILABLE, "what answers at " + server + " is not a Quant Platform server");
        }
        try {
            return QuantJson.mapper().readTree(body);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    <T> T as(Class<T> type) {
        try {
            return QuantJson.mapper().treeToValue(json(), type);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    <T> Page<T> page(String plural, Class<T> type) {
        JsonNode document = json();
        if (!document.path(plural).isArray()) {
            throw unreadable(new IOException("no list of " + plural));
        }
        return PageJson.read(document, plural, type);
    }

    /** A text of the answer that must be there. */
    String text(String name) {
        String value = json().path(name).asText("");
        if (value.isEmpty()) {
            throw unreadable(new IOException("no " + name));
        }
        return value;
    }

    private QuantException unreadable(IOException cause) {
        return QuantException.of(ErrorCode.INTERNAL, "the answer of " + server + " cannot be read", cause);
    }
}
