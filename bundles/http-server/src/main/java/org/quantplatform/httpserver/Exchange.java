package org.quantplatform.httpserver;

import java.net.InetSocketAddress;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/** What goes on at one connection: whether a request is in hand, else since when its head is coming. */
final class Exchange {

    private final Connection connection;
    private final long opened;
    private volatile boolean inHand;
    private volatile long begun;
    private volatile @Nullable RequestBody body;

    // of the one thread that looks for slow ones
    private long seenBegun = -1;
    private long bytesBefore;
    private long headSince;

    Exchange(Connection connection, long now) {
        this.connection = connection;
        this.opened = now;
    }

    /** A request is there; of one connection there is one at a time. */
    void begin(@Nullable RequestBody withBody) {
        body = withBody;
        begun++;
        inHand = true;
    }

    /** It is answered. */
    void finish() {
        inHand = false;
        body = null;
    }

    boolean isTooSlow(long now, long headNanos) {
        if (inHand) {
            seenBegun = -1;
            RequestBody awaited = body;
            return awaited != null && awaited.isTooSlow(now);
        }
        if (begun == 0) {
            return now - opened > headNanos;
        }
        return isHeadTooSlow(now, headNanos);
    }

    /** A head has begun to come when bytes came after the request before; between requests, idle time has its own limit. */
    private boolean isHeadTooSlow(long now, long headNanos) {
        long bytes = connection.getBytesIn();
        if (seenBegun != begun) {
            seenBegun = begun;
            bytesBefore = bytes;
            headSince = 0;
        }
        if (headSince == 0 && bytes > bytesBefore) {
            headSince = now | 1;
        }
        return headSince != 0 && now - headSince > headNanos;
    }

    String peer() {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "";
    }

    void end(Throwable reason) {
        connection.getEndPoint().close(reason);
    }
}
