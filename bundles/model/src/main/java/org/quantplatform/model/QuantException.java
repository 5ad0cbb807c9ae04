package org.quantplatform.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refusal or failure that a user is told about in words; the message never holds a secret or a stack trace. */
public final class QuantException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    private QuantException(ErrorCode code, String message, List<FieldError> errors, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = null;
    }

    private QuantException(String message, Duration retryAfter) {
        super(message);
        this.code = ErrorCode.QUOTA_EXCEEDED;
        this.errors = List.of();
        this.retryAfter = retryAfter;
    }

    public static QuantException of(ErrorCode code, String message) {
        return new QuantException(code, message, List.of(), null);
    }

    public static QuantException of(ErrorCode code, String message, Throwable cause) {
        return new QuantException(code, message, List.of(), cause);
    }

    public static QuantException notFound(String kind, String id) {
        return of(ErrorCode.NOT_FOUND, "no " + kind + " '" + id + "'");
    }

    public static QuantException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** {@code errors} is not empty. */
    public static QuantException invalid(List<FieldError> errors) {
        FieldError first = errors.get(0);
        String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
        return new QuantException(
                ErrorCode.INVALID_REQUEST, first.field() + ": " + first.message() + more, errors, null);
    }

    /** {@code QUOTA_EXCEEDED}; the same call may succeed after {@code retryAfter}. */
    public static QuantException tooMany(String message, Duration retryAfter) {
        return new QuantException(message, retryAfter);
    }

    public static QuantException withErrors(ErrorCode code, String message, List<FieldError> errors) {
        return new QuantException(code, message, errors, null);
    }

    public ErrorCode code() {
        return code;
    }

    /** One entry per wrong field; empty when no single field is to blame. */
    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }

    /** How long to wait before asking again; empty when nothing is known about it. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
