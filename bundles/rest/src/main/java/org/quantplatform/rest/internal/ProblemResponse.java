package org.quantplatform.rest.internal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Map;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Failure;

/**
 * Keeps the container's error pages out: an error is answered as a problem document. And keeps CXF from ending the answer of a
 * call that is answered with events.
 */
final class ProblemResponse extends HttpServletResponseWrapper {

    private final Call call;

    ProblemResponse(HttpServletResponse response, Call call) {
        super(response);
        this.call = call;
    }

    @Override
    public void sendError(int status) throws IOException {
        Failure.ofStatus(status, Map.of()).send((HttpServletResponse) getResponse(), call.requestId());
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return call.events().isPresent() ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (call.events().isEmpty()) {
            super.flushBuffer();
        }
    }

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public void write(int value) {
            // the events come later
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("there is nothing to wait for");
        }
    }
}
