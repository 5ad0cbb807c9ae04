package org.quantplatform.rest.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.quantplatform.rest.internal.http.Failure;

/** Refuses with a problem document what is more than reading; the container would send a bare status. */
public abstract class ReadOnlyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Set<String> TAKEN = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (TAKEN.contains(request.getMethod())) {
            super.service(request, response);
            return;
        }
        String requestId = Headers.requestId(request);
        response.setHeader("X-Request-Id", requestId);
        Failure.ofStatus(405, Map.of("Allow", "GET, HEAD, OPTIONS")).send(response, requestId);
    }
}
