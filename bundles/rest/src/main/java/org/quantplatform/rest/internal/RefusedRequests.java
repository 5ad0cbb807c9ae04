package org.quantplatform.rest.internal;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.rest.internal.http.Failure;
import org.quantplatform.rest.internal.http.Problem;

/**
 * What the HTTP server itself refuses, such as an address with an encoded slash, comes to no servlet; here it becomes a
 * problem document like every other refusal.
 */
@Component(service = Handler.class)
public final class RefusedRequests extends Handler.Abstract {

    @Override
    protected void doStart() throws Exception {
        getServer().setErrorHandler(RefusedRequests::refuse);
        super.doStart();
    }

    /** Takes no request. */
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        return false;
    }

    private static boolean refuse(Request request, Response response, Callback callback) {
        String requestId = UUID.randomUUID().toString();
        byte[] body = Failure.ofStatus(response.getStatus(), Map.of()).document(requestId);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Request-Id", requestId);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
