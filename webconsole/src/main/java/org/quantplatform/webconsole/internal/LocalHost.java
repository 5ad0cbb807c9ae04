package org.quantplatform.webconsole.internal;

import java.util.Locale;
import java.util.Set;

/**
 * Tells a person at this machine from a foreign web page that made its own name point here (DNS rebinding): the latter
 * comes from the loopback address too, but under a name that is not this machine's.
 */
final class LocalHost {

    private static final Set<String> NAMES = Set.of("localhost", "::1", "[::1]", "0:0:0:0:0:0:0:1");

    private LocalHost() {}

    /** False for a call from the loopback address that names another host. */
    static boolean isTrustworthy(String remoteAddress, String hostName) {
        return !isLoopback(remoteAddress) || isLocalName(hostName.toLowerCase(Locale.ROOT));
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.")
                || address.equals("::1")
                || address.equals("0:0:0:0:0:0:0:1")
                || address.equals("[::1]")
                || address.equals("[0:0:0:0:0:0:0:1]");
    }

    private static boolean isLocalName(String name) {
        return NAMES.contains(name) || name.matches("127(\\.\\d{1,3}){3}") || name.endsWith(".localhost");
    }
}
