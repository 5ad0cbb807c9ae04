package org.quantplatform.httpserver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The server's own answers, as problem documents like those of every route, and the headers that every answer has. */
final class Answers {

    private static final HttpField[] HEADERS = {
        new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
        new PreEncodedHttpField("X-Frame-Options", "DENY"),
        new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
        new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
    };
    private static final HttpField PROBLEM =
            new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/problem+json");
    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");

    private static final Map<Integer, String> CODES = Map.of(
            400, "invalid_request",
            403, "forbidden",
            404, "not_found",
            405, "method_not_allowed",
            408, "timeout",
            413, "too_large",
            414, "too_large",
            431, "too_large",
            503, "unavailable");
    private static final Map<Integer, String> DETAILS = Map.of(
            400, "the request cannot be read",
            404, "no such route",
            405, "the route does not take this method",
            408, "the request did not come in time",
            413, "the body is larger than allowed",
            414, "the address is too long",
            431, "the headers are too large",
            503, "the server is starting");

    private Answers() {}

    /** Headers for the safe side; who answers may set them otherwise. */
    static void protect(HttpFields.Mutable headers) {
        for (HttpField header : HEADERS) {
            headers.add(header);
        }
    }

    /** What the server itself refuses, such as an address with an encoded slash, and what fails without an answer. */
    static boolean refused(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String code = CODES.getOrDefault(status, status >= 500 ? "internal" : "invalid_request");
        String detail = DETAILS.getOrDefault(status, status >= 500 ? "an unexpected error" : "the request is refused");
        return refuse(response, callback, status, code, detail);
    }

    static boolean refuse(Response response, Callback callback, int status, String code, String detail) {
        String requestId = UUID.randomUUID().toString();
        byte[] body = document(status, code, detail, requestId).getBytes(StandardCharsets.UTF_8);
        HttpFields.Mutable headers = response.getHeaders();
        for (HttpField header : HEADERS) {
            headers.put(header);
        }
        headers.put(PROBLEM);
        headers.put(NO_STORE);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        headers.put("X-Request-Id", requestId);
        response.setStatus(status);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    /** The words are this package's own and need no escapes. */
    private static String document(int status, String code, String detail, String requestId) {
        String words = code.replace('_', ' ');
        String title = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return "{\"type\":\"urn:quant:error:" + code + "\",\"title\":\"" + title + "\",\"status\":" + status
                + ",\"detail\":\"" + detail + "\",\"code\":\"" + code + "\",\"errors\":[],\"request_id\":\"" + requestId
                + "\"}";
    }
}
