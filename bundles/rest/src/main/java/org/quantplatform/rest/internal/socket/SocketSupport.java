package org.quantplatform.rest.internal.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Only its presence counts: the container prepares WebSockets when it sees an annotated endpoint, and not before. */
@ServerEndpoint("/ws")
@Component(
        service = SocketSupport.class,
        scope = ServiceScope.PROTOTYPE,
        property = "org.ops4j.pax.web.http.whiteboard.websocket=true")
public final class SocketSupport {

    @OnOpen
    public void open(Session session) throws IOException {
        session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "nothing is here"));
    }
}
