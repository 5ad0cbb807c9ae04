package org.quantplatform.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.quantplatform.model.QuantException;

/**
 * Where the server is and how patient the client is.
 *
 * @param server scheme, host and port, without a path
 * @param token sent with every call; empty where the server lets callers in by their address
 * @param timeout of one exchange, from the first byte sent to the last byte read
 * @param attempts how often a call that the server was too busy for is made in all, at least 1
 * @param firstPause before the second attempt; doubles from then on
 * @param longestPause a server that asks for more is not waited for
 * @param authorities file in PEM with certificates that are trusted beside those that Java trusts, such as the server's own
 */
public record ClientSettings(
        URI server,
        Optional<Token> token,
        Duration connectTimeout,
        Duration timeout,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        Optional<Path> authorities) {

    /** What proves who the caller is, and the header that carries it. */
    public record Token(String header, String value) {

        public static Token bearer(String token) {
            return new Token("Authorization", "Bearer " + token);
        }

        public static Token session(String token) {
            return new Token("X-Session-Token", token);
        }

        @Override
        public String toString() {
            return "Token[" + header + "]";
        }
    }

    public ClientSettings {
        if (token.isPresent()) {
            requireSafe(server, "a token");
        }
    }

    public static ClientSettings of(String address, Optional<Token> token) {
        return new ClientSettings(
                parse(address),
                token,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                4,
                Duration.ofMillis(250),
                Duration.ofSeconds(20),
                Optional.empty());
    }

    /** The same with another token. */
    public ClientSettings with(Optional<Token> other) {
        return new ClientSettings(
                server, other, connectTimeout, timeout, attempts, firstPause, longestPause, authorities);
    }

    /** The same with more certificates that are trusted. */
    public ClientSettings trusting(Optional<Path> certificates) {
        return new ClientSettings(
                server, token, connectTimeout, timeout, attempts, firstPause, longestPause, certificates);
    }

    /**
     * Reads a server's address; a trailing slash and {@code /api/v1} are left out.
     *
     * @throws QuantException {@code INVALID_REQUEST} on field {@code url}
     */
    public static URI parse(String address) {
        String text = address.strip();
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        if (text.endsWith("/api/v1")) {
            text = text.substring(0, text.length() - "/api/v1".length());
        }
        try {
            URI uri = URI.create(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw QuantException.invalid("url", "must be an address such as http://127.0.0.1:8000, was " + address);
        }
        throw QuantException.invalid("url", "must be an address such as http://127.0.0.1:8000, was " + address);
    }

    /**
     * @param secret what would be sent, for the message
     * @throws QuantException {@code INVALID_REQUEST} on field {@code url} when others could read it on its way
     */
    public static void requireSafe(URI server, String secret) {
        if (server.getScheme().equals("http") && !isLoopback(server.getHost())) {
            throw QuantException.invalid("url", secret + " is sent over https only, or to this machine, was " + server);
        }
    }

    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        boolean literal = host.matches("[0-9.]+") || host.startsWith("[");
        try {
            return literal && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
