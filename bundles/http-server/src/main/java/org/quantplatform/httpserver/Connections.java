package org.quantplatform.httpserver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.jspecify.annotations.Nullable;

/** The open connections: how many each address has, and which of them take too long. */
final class Connections implements Connection.Listener {

    private final Map<EndPoint, Long> holders = new ConcurrentHashMap<>();
    private final Map<Long, Integer> held = new ConcurrentHashMap<>();
    private final Map<Connection, Exchange> exchanges = new ConcurrentHashMap<>();
    private final Tally tally;
    private volatile @Nullable Rules rules;

    Connections(Tally tally) {
        this.tally = tally;
    }

    void follow(@Nullable Rules changed) {
        rules = changed;
    }

    @Override
    public void onOpened(Connection connection) {
        EndPoint endPoint = connection.getEndPoint();
        if (!(endPoint instanceof SslConnection.SslEndPoint) && !mayHold(endPoint)) {
            endPoint.close();
            return;
        }
        if (connection instanceof ConnectionMetaData) {
            exchanges.put(connection, new Exchange(connection, System.nanoTime()));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        Long holder = holders.remove(connection.getEndPoint());
        if (holder != null) {
            held.computeIfPresent(holder, (key, count) -> count > 1 ? count - 1 : null);
        }
        exchanges.remove(connection);
    }

    /** What goes on at the connection, or null when it is of another kind. */
    @Nullable
    Exchange exchange(Connection connection) {
        return exchanges.get(connection);
    }

    /** Ends connections that take too long. */
    void endSlowOnes(long now) {
        Rules limits = rules;
        if (limits == null) {
            return;
        }
        for (Exchange exchange : exchanges.values()) {
            if (exchange.isTooSlow(now, limits.headNanos())) {
                tally.count(Tally.Cause.SLOW, exchange.peer());
                exchange.end(new TimeoutException("the request takes too long to come"));
            }
        }
    }

    private boolean mayHold(EndPoint endPoint) {
        Rules limits = rules;
        if (limits == null
                || !(endPoint.getRemoteSocketAddress() instanceof InetSocketAddress peer)
                || isUnlimited(limits, peer.getAddress())) {
            return true;
        }
        long key = Buckets.key(peer.getAddress());
        if (holders.putIfAbsent(endPoint, key) == null
                && held.merge(key, 1, Integer::sum) > limits.connectionsPerAddress()) {
            tally.count(
                    Tally.Cause.CONNECTIONS, String.valueOf(peer.getAddress().getHostAddress()));
            return false;
        }
        return true;
    }

    /** All clients of a proxy come through it. */
    private static boolean isUnlimited(Rules limits, InetAddress peer) {
        return limits.unlimited().contains(peer) || limits.proxies().contains(peer);
    }
}
