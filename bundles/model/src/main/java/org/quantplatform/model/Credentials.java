package org.quantplatform.model;

import java.util.Map;

/**
 * What a caller presents to prove who it is.
 *
 * @param values by name, such as {@code token} or {@code username} and {@code password}; never printed
 * @param address the caller's IP address as text, or {@code console} for a shell inside the server
 */
public record Credentials(Map<String, String> values, String address) {

    public Credentials {
        values = Map.copyOf(values);
    }

    /** Nothing but the place from which the call comes. */
    public static Credentials from(String address) {
        return new Credentials(Map.of(), address);
    }

    @Override
    public String toString() {
        return "Credentials[" + values.keySet() + " from " + address + "]";
    }
}
