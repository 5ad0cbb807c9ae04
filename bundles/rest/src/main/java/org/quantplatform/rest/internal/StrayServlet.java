package org.quantplatform.rest.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.rest.internal.http.Failure;

/** Answers where nothing is, so that programs get a problem document there too. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/api/*",
            "osgi.http.whiteboard.servlet.pattern=/ws/*",
            "osgi.http.whiteboard.servlet.pattern=/",
            "osgi.http.whiteboard.servlet.name=quant-stray"
        })
public final class StrayServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String requestId = Headers.requestId(request);
        response.setHeader("X-Request-Id", requestId);
        Failure.ofStatus(404, Map.of()).send(response, requestId);
    }
}
