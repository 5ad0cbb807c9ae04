package org.quantplatform.client.internal;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quantplatform.api.data.ImportRequest;
import org.quantplatform.api.data.Upload;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.QuantException;

/** A form whose files are read from disk while they are sent. */
final class Multipart {

    private Multipart() {}

    static Call importOf(ImportRequest request, List<Upload> files, String key) {
        String boundary = "quant-" + Call.newKey();
        List<BodyPublisher> parts = new ArrayList<>();
        parts.add(text(head(boundary, "name=\"options\"", "application/json") + QuantJson.write(request) + "\r\n"));
        for (Upload file : files) {
            String form = "name=\"file\"; filename=\"" + quoted(file.name()) + "\"";
            parts.add(text(head(boundary, form, "application/octet-stream")));
            parts.add(content(file));
            parts.add(text("\r\n"));
        }
        parts.add(text("--" + boundary + "--\r\n"));
        Map<String, String> headers =
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary, "Idempotency-Key", key);
        BodyPublisher body = BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
        return new Call("POST", Call.BASE + "/data/import", headers, body, true);
    }

    private static String head(String boundary, String form, String type) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + form + "\r\nContent-Type: " + type
                + "\r\n\r\n";
    }

    private static String quoted(String name) {
        return name.replaceAll("[\\p{Cntrl}]", "_").replace("\"", "%22");
    }

    private static BodyPublisher content(Upload file) {
        try {
            return BodyPublishers.ofFile(file.content());
        } catch (FileNotFoundException e) {
            throw QuantException.invalid("file", "cannot be read: " + file.content());
        }
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
    }
}
