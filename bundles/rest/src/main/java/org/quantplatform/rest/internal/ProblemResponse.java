package org.quantplatform.rest.internal;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import org.quantplatform.rest.internal.http.Failure;

/** Keeps the container's error pages out: an error is answered as a problem document. */
final class ProblemResponse extends HttpServletResponseWrapper {

    private final String requestId;

    ProblemResponse(HttpServletResponse response, String requestId) {
        super(response);
        this.requestId = requestId;
    }

    @Override
    public void sendError(int status) throws IOException {
        Failure.ofStatus(status, Map.of()).send((HttpServletResponse) getResponse(), requestId);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}
