package org.quantplatform.httpserver;

import java.net.InetAddress;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/** A set of IP addresses, given as addresses, as ranges of them, or as networks like {@code 2001:db8::/32}. */
final class Addresses {

    /** Nothing that a name server would be asked for. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(:[0-9.]+)?");

    private final InetAddressSet members = new InetAddressSet();

    private Addresses() {}

    /**
     * @param text separated by commas
     * @throws IllegalArgumentException when one is none
     */
    static Addresses parse(String text) {
        Addresses addresses = new Addresses();
        for (String word : text.split(",")) {
            String member = word.strip();
            if (!member.isEmpty()) {
                addresses.add(member);
            }
        }
        return addresses;
    }

    private void add(String member) {
        for (String end : member.replaceFirst("/[0-9]{1,3}$", "").split("-", -1)) {
            if (!LITERAL.matcher(end).matches()) {
                throw new IllegalArgumentException("'" + member + "' is no address and no network");
            }
        }
        members.add(member);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    boolean contains(InetAddress address) {
        return !members.isEmpty() && members.test(address);
    }
}
