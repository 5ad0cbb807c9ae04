package org.quantplatform.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.quantplatform.rest.internal.front.Gate;

/** What is said in headers, beside what the HTTP server's gateway says in every answer. */
final class Headers {

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private Headers() {}

    /** The caller's id of the request when it is fit to be logged, otherwise a new one. */
    static String requestId(HttpServletRequest request) {
        String given = request.getHeader("X-Request-Id");
        return given != null && REQUEST_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /** Lets pages of configured origins read the answer; true when the request was only the question whether they may. */
    static boolean answerCors(Gate gate, HttpServletRequest request, HttpServletResponse response) {
        String origin = request.getHeader("Origin");
        if (!gate.isAllowedOrigin(origin)) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.addHeader("Vary", "Origin");
        response.setHeader("Access-Control-Expose-Headers", "ETag, Last-Modified, Location, Retry-After, X-Request-Id");
        if (!request.getMethod().equals("OPTIONS") || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE");
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id, X-Session-Token");
        response.setHeader("Access-Control-Max-Age", "600");
        response.setStatus(204);
        return true;
    }
}
