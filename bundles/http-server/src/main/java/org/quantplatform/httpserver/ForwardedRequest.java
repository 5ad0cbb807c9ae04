package org.quantplatform.httpserver;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;

/** A request as its client sent it to a believed proxy, without what the proxy added. */
final class ForwardedRequest extends Request.Wrapper {

    private final ConnectionMetaData connection;
    private final HttpFields headers;
    private final HttpURI uri;
    private final boolean secure;

    ForwardedRequest(Request request, Caller caller) {
        super(request);
        SocketAddress client = new InetSocketAddress(caller.address(), caller.port());
        this.connection = new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {

            @Override
            public SocketAddress getRemoteSocketAddress() {
                return client;
            }

            @Override
            public boolean isSecure() {
                return caller.secure();
            }
        };
        HttpFields.Mutable kept = HttpFields.build();
        request.getHeaders().stream()
                .filter(field -> !Caller.isForwarding(field))
                .forEach(kept::add);
        this.headers = kept.asImmutable();
        this.secure = caller.secure();
        this.uri = secure && !request.isSecure()
                ? HttpURI.build(request.getHttpURI()).scheme(HttpScheme.HTTPS).asImmutable()
                : request.getHttpURI();
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
        return connection;
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }

    @Override
    public HttpURI getHttpURI() {
        return uri;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }
}
