package org.quantplatform.httpserver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end. A proxy of the list is believed whom it speaks for; what others say of that counts for nothing,
 * except that they are no callers from this machine.
 *
 * @param address the client's, or its proxy's where that is not believed or does not tell
 * @param port the client's, 0 when a proxy told of it
 * @param secure whether the client's own connection is by TLS
 */
record Caller(InetAddress address, int port, Way way, boolean secure) {

    /** How the call came. */
    enum Way {
        FROM_THIS_MACHINE,
        FROM_ELSEWHERE,
        BY_BELIEVED_PROXY,
        BY_OTHER_PROXY
    }

    private static final String REAL_IP = "X-Real-IP";
    private static final Pattern WITH_PORT =
            Pattern.compile("([0-9.]+):[0-9]{1,5}|\\[([0-9A-Fa-f:.]+)](?::[0-9]{1,5})?");
    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");
    private static final InetAddress NOBODY = InetAddress.getLoopbackAddress();
    private static final int MOST_HOPS = 20;

    static Caller of(Request request, Addresses proxies) {
        SocketAddress other = request.getConnectionMetaData().getRemoteSocketAddress();
        InetSocketAddress peer = other instanceof InetSocketAddress socket ? socket : new InetSocketAddress(NOBODY, 0);
        InetAddress address = peer.getAddress();
        HttpFields headers = request.getHeaders();
        if (!isForwarded(headers)) {
            Way way = address.isLoopbackAddress() ? Way.FROM_THIS_MACHINE : Way.FROM_ELSEWHERE;
            return new Caller(address, peer.getPort(), way, request.isSecure());
        }
        InetAddress client = proxies.contains(address) ? client(headers, proxies) : null;
        return client == null
                ? new Caller(address, peer.getPort(), Way.BY_OTHER_PROXY, request.isSecure())
                : new Caller(client, 0, Way.BY_BELIEVED_PROXY, isByTls(request));
    }

    boolean isHere() {
        return way == Way.FROM_THIS_MACHINE;
    }

    boolean isTold() {
        return way == Way.BY_BELIEVED_PROXY;
    }

    /** False for a proxy that speaks for nobody knows whom. */
    boolean isKnown() {
        return way != Way.BY_OTHER_PROXY;
    }

    static boolean isForwarding(HttpField field) {
        return field.getHeader() == HttpHeader.FORWARDED
                || field.getHeader() == HttpHeader.X_FORWARDED_FOR
                || field.getHeader() == HttpHeader.X_FORWARDED_PROTO
                || REAL_IP.equalsIgnoreCase(field.getName());
    }

    private static boolean isForwarded(HttpFields headers) {
        return headers.contains(HttpHeader.FORWARDED)
                || headers.contains(HttpHeader.X_FORWARDED_FOR)
                || headers.contains(REAL_IP);
    }

    /** The last one on the way that is no proxy of the list: what stands before it may be made up. */
    private static @Nullable InetAddress client(HttpFields headers, Addresses proxies) {
        String[] hops = hops(headers);
        InetAddress client = null;
        for (int i = hops.length - 1; i >= Math.max(0, hops.length - MOST_HOPS); i--) {
            InetAddress hop = literal(hops[i].strip());
            // whoever calls through a proxy is not here, whatever the proxy says
            if (hop == null || hop.isLoopbackAddress()) {
                return client;
            }
            client = hop;
            if (!proxies.contains(hop)) {
                return client;
            }
        }
        return client;
    }

    private static String[] hops(HttpFields headers) {
        String joined = String.join(",", headers.getValuesList(HttpHeader.X_FORWARDED_FOR));
        if (!joined.isEmpty()) {
            return joined.split(",");
        }
        String standard = String.join(",", headers.getValuesList(HttpHeader.FORWARDED));
        if (standard.isEmpty()) {
            return String.valueOf(headers.get(REAL_IP)).split(",");
        }
        String[] elements = standard.split(",");
        for (int i = 0; i < elements.length; i++) {
            elements[i] = parameter(elements[i], "for=");
        }
        return elements;
    }

    private static boolean isByTls(Request request) {
        String proto = request.getHeaders().get(HttpHeader.X_FORWARDED_PROTO);
        String standard = request.getHeaders().get(HttpHeader.FORWARDED);
        return request.isSecure()
                || "https".equalsIgnoreCase(proto)
                || proto == null
                        && standard != null
                        && parameter(standard, "proto=").equalsIgnoreCase("https");
    }

    private static String parameter(String element, String name) {
        for (String pair : element.split(";")) {
            String stripped = pair.strip();
            if (stripped.regionMatches(true, 0, name, 0, name.length())) {
                return stripped.substring(name.length()).replace("\"", "");
            }
        }
        return "";
    }

    private static @Nullable InetAddress literal(String text) {
        var withPort = WITH_PORT.matcher(text);
        String host = text;
        if (withPort.matches()) {
            host = withPort.group(1) == null ? withPort.group(2) : withPort.group(1);
        }
        try {
            return LITERAL.matcher(host).matches() ? InetAddress.getByName(host) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
