package org.quantplatform.rest.internal.http;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.front.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What went wrong, in terms of HTTP.
 *
 * @param headers that go with the answer, such as {@code Retry-After}
 */
public record Failure(int status, String code, String detail, List<FieldError> errors, Map<String, String> headers) {

    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Map<Integer, String> CODES = Map.of(
            400, "invalid_request",
            403, "forbidden",
            404, "not_found",
            405, "method_not_allowed",
            406, "not_acceptable",
            415, "unsupported_media_type");
    private static final Map<Integer, String> DETAILS = Map.of(
            400, "the request cannot be read",
            404, "no such route",
            405, "the route does not take this method",
            406, "the route cannot answer in a type that the request accepts",
            415, "the route does not take a body of this type");

    /** Unexpected exceptions are logged under the request's id and not told. */
    public static Failure of(Throwable cause, String requestId) {
        if (cause instanceof QuantException refused) {
            return ofQuant(refused, requestId);
        }
        if (cause instanceof Refusal refusal) {
            return new Failure(refusal.status(), refusal.code(), refusal.getMessage(), List.of(), Map.of());
        }
        if (cause instanceof WebApplicationException web) {
            return ofWeb(web, requestId);
        }
        if (cause instanceof UncheckedIOException unchecked) {
            return of(unchecked.getCause(), requestId);
        }
        if (cause instanceof EOFException
                || cause instanceof IOException && cause.getCause() instanceof TimeoutException) {
            return new Failure(400, "invalid_request", "the body ended early", List.of(), Map.of());
        }
        return unexpected(cause, requestId);
    }

    public static Failure ofStatus(int status, Map<String, String> headers) {
        String code = CODES.getOrDefault(status, status >= 500 ? "internal" : "invalid_request");
        String detail = DETAILS.getOrDefault(status, status >= 500 ? "an unexpected error" : "the request is refused");
        return new Failure(status, code, detail, List.of(), headers);
    }

    public byte[] document(String requestId) {
        Problem problem = new Problem("urn:quant:error:" + code, title(), status, detail, code, errors, requestId);
        return QuantJson.write(problem).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the whole answer, unless one is under way already. */
    public void send(HttpServletResponse response, String requestId) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(Problem.MEDIA_TYPE);
        byte[] body = document(requestId);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Failure ofQuant(QuantException refused, String requestId) {
        int status = status(refused.code());
        if (status == 500) {
            return unexpected(refused, requestId);
        }
        Map<String, String> headers =
                switch (refused.code()) {
                    case UNAVAILABLE -> Map.of("Retry-After", "2");
                    case QUOTA_EXCEEDED -> Map.of("Retry-After", String.valueOf(seconds(refused)));
                    case UNAUTHENTICATED -> Map.of("WWW-Authenticate", "Bearer");
                    default -> Map.of();
                };
        String message = String.valueOf(refused.getMessage());
        String detail = message.startsWith(": ") ? message.substring(2) : message;
        return new Failure(status, refused.code().code(), detail, refused.errors(), headers);
    }

    private static long seconds(QuantException refused) {
        return refused.retryAfter().orElse(PAUSE).plusMillis(999).toSeconds();
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case PRECONDITION_FAILED -> 412;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE, NO_DATA, PLUGIN_FAILED -> 422;
            case QUOTA_EXCEEDED -> 429;
            case UNAVAILABLE -> 503;
            case INTERNAL -> 500;
        };
    }

    private static Failure ofWeb(WebApplicationException web, String requestId) {
        int status = web.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(web, requestId);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        String allow = web.getResponse().getHeaderString("Allow");
        if (allow != null) {
            headers.put("Allow", allow);
        }
        return ofStatus(status, headers);
    }

    private static Failure unexpected(Throwable cause, String requestId) {
        LOG.error("request {} failed", requestId, cause);
        return new Failure(
                500, "internal", "an unexpected error; the log has it under request " + requestId, List.of(), Map.of());
    }

    private String title() {
        String words = code.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
