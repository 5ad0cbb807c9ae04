package org.quantplatform.rest.internal.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCode;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.events.Ending;
import org.quantplatform.rest.internal.events.EventFlow;
import org.quantplatform.rest.internal.events.Line;
import org.quantplatform.rest.internal.events.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A reader by WebSocket. */
public final class EventSocket extends Endpoint implements Line {

    private static final Logger LOG = LoggerFactory.getLogger(EventSocket.class);

    private final EventFlow flow;
    private final int pingSeconds;
    private volatile @Nullable Session session;

    EventSocket(EventFlow flow, int pingSeconds) {
        this.flow = flow;
        this.pingSeconds = pingSeconds;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        opened.setMaxIdleTimeout(TimeUnit.SECONDS.toMillis(3L * pingSeconds));
        opened.setMaxTextMessageBufferSize(1024);
        opened.setMaxBinaryMessageBufferSize(1024);
        opened.getAsyncRemote().setSendTimeout(TimeUnit.SECONDS.toMillis(30));
        opened.addMessageHandler(String.class, (MessageHandler.Whole<String>)
                text -> close(CloseCodes.CANNOT_ACCEPT, "this socket only sends"));
        flow.send(this);
        try {
            flow.watch();
        } catch (QuantException e) {
            flow.refuse(e.code().code(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("cannot watch {}", flow, e);
            flow.refuse("internal", "an unexpected error");
        }
    }

    @Override
    public void onClose(Session gone, CloseReason reason) {
        flow.end();
    }

    @Override
    public void onError(Session broken, Throwable cause) {
        LOG.debug("a reader of {} is lost: {}", flow, String.valueOf(cause));
        flow.end();
    }

    @Override
    public void send(Message message, Consumer<Boolean> done) {
        Session open = session;
        if (open == null || !open.isOpen()) {
            done.accept(false);
            return;
        }
        open.getAsyncRemote().sendText(message.document(), result -> done.accept(result.isOK()));
    }

    @Override
    public void ping() {
        Session open = session;
        try {
            if (open != null) {
                open.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("a reader of {} is lost: {}", flow, e.toString());
            flow.end();
        }
    }

    @Override
    public void close(Ending ending) {
        switch (ending) {
            case COMPLETE -> close(CloseCodes.NORMAL_CLOSURE, "");
            case REFUSED -> close(CloseCodes.VIOLATED_POLICY, "refused");
            case TOO_SLOW -> close(CloseCodes.TRY_AGAIN_LATER, "too slow; resume with after=");
            case LOST -> close(CloseCodes.UNEXPECTED_CONDITION, "cannot send");
        }
    }

    private void close(CloseCode code, String reason) {
        Session open = session;
        if (open == null || !open.isOpen()) {
            return;
        }
        try {
            open.close(new CloseReason(code, reason));
        } catch (IOException e) {
            LOG.debug("a reader of {} did not close: {}", flow, e.toString());
        }
    }
}
