package org.quantplatform.rest.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.json.QuantJson;
import org.quantplatform.rest.internal.front.Front;
import org.quantplatform.rest.internal.http.Failure;

/** The public keys where libraries look for them unasked (RFC 8615); the same as {@code /api/v1/auth/jwks}. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/.well-known/jwks.json",
            "osgi.http.whiteboard.servlet.name=quant-jwks"
        })
public final class KeySetServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private final transient Front front;

    @Activate
    public KeySetServlet(@Reference Front front) {
        this.front = front;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String requestId = Headers.requestId(request);
        response.setHeader("X-Request-Id", requestId);
        try {
            front.gate().check(request, false);
            if (Headers.answerCors(front.gate(), request, response)) {
                return;
            }
            byte[] keys = QuantJson.write(front.logins().keys()).getBytes(StandardCharsets.UTF_8);
            response.setContentType("application/json");
            response.setHeader("Cache-Control", "no-cache");
            response.setContentLength(keys.length);
            response.getOutputStream().write(keys);
        } catch (RuntimeException e) {
            Failure.of(e, requestId).send(response, requestId);
        }
    }
}
