package org.quantplatform.rest.internal.http;

import java.util.List;
import org.quantplatform.model.FieldError;

/** The body of every error, as {@code application/problem+json} (RFC 9457). */
public record Problem(
        String type, String title, int status, String detail, String code, List<FieldError> errors, String requestId) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
