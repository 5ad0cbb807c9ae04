package org.quantplatform.source.polygon.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.Pages;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.source.http.WebRequest;

/**
 * Walks through answers page by page. A cursor names a host of the provider's choice: of it only path and query are
 * taken, so that the key goes to the configured address alone.
 */
final class PolygonApi {

    private final WebClient client;
    private final URI address;
    private final BooleanSupplier cancelled;

    /** Takes the rows of an answer. */
    interface Rows {
        void take(JsonRow row) throws IOException;
    }

    PolygonApi(WebClient client, URI address, BooleanSupplier cancelled) {
        this.client = client;
        this.address = address;
        this.cancelled = cancelled;
    }

    JsonRow get(String path, Map<String, String> query) throws IOException {
        return get(WebRequest.uri(address, path, query));
    }

    private JsonRow get(URI uri) throws IOException {
        JsonRow body = JsonRow.of(client.send(WebRequest.get(uri), cancelled));
        String status = body.textIf("status").orElse("OK");
        if (!status.equals("OK") && !status.equals("DELAYED")) {
            throw new UnreadableAnswer(uri.getHost() + uri.getPath() + " answered with status " + status);
        }
        return body;
    }

    /** Hands on every row of all pages. */
    void each(String path, Map<String, String> query, Rows rows) throws IOException {
        Pages pages = new Pages(address.getHost() + path);
        URI uri = WebRequest.uri(address, path, query);
        while (uri != null) {
            pages.visit(uri.getRawPath() + "?" + uri.getRawQuery());
            JsonRow body = get(uri);
            for (JsonRow row : body.rows("results")) {
                if (cancelled.getAsBoolean()) {
                    throw new FetchCancelled();
                }
                rows.take(row);
            }
            String next = body.textIf("next_url").orElse("");
            uri = next.isEmpty() ? null : here(next);
        }
    }

    private URI here(String next) throws UnreadableAnswer {
        try {
            URI given = new URI(next);
            String query = given.getRawQuery() == null ? "" : "?" + given.getRawQuery();
            return URI.create(address.toString().replaceAll("/+$", "") + given.getRawPath() + query);
        } catch (URISyntaxException e) {
            throw new UnreadableAnswer("the address of the next page cannot be read", e);
        }
    }
}
