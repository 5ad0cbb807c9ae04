package org.quantplatform.rest.internal.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Turns what a resource or CXF throws into a problem document. */
public final class FailureMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable cause) {
        String requestId = Call.current().requestId();
        Failure failure = Failure.of(cause, requestId);
        Response.ResponseBuilder answer = Response.status(failure.status())
                .type(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(failure.document(requestId));
        failure.headers().forEach(answer::header);
        return answer.build();
    }
}
