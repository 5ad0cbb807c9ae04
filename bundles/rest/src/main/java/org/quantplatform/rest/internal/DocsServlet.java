package org.quantplatform.rest.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.rest.internal.http.Failure;

/** {@code /api-docs/}: Swagger UI over the OpenAPI document. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/api-docs/*",
            "osgi.http.whiteboard.servlet.name=quant-api-docs"
        })
public final class DocsServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;
    private static final Map<String, String> FILES = Map.of(
            "/", "text/html;charset=utf-8",
            "/index.html", "text/html;charset=utf-8",
            "/start.js", "text/javascript;charset=utf-8",
            "/swagger-ui.css", "text/css;charset=utf-8",
            "/swagger-ui-bundle.js", "text/javascript;charset=utf-8",
            "/favicon-32x32.png", "image/png");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String requestId = Headers.requestId(request);
        response.setHeader("X-Request-Id", requestId);
        String path = request.getPathInfo();
        if (path == null) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "/api-docs/");
            return;
        }
        String type = FILES.get(path);
        String file = path.equals("/") ? "index.html" : path.substring(1);
        try (InputStream content = type == null ? null : DocsServlet.class.getResourceAsStream("docs/" + file)) {
            if (content == null) {
                Failure.ofStatus(404, Map.of()).send(response, requestId);
                return;
            }
            response.setContentType(type);
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
            content.transferTo(response.getOutputStream());
        }
    }
}
