package org.quantplatform.assembly.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A request as it goes over the wire.
 *
 * @param target path and query, escaped
 * @param headers whole lines; length and host of the body are added unless they are given
 * @param alone whether it needs a connection of its own, because its end may not be where it says
 */
public record Request(String method, String target, List<String> headers, byte[] body, boolean alone) {

    private static final int MOST_SHOWN = 1500;

    public Request {
        headers = Collections.unmodifiableList(new ArrayList<>(headers));
    }

    public static Request of(String method, String target, String... headers) {
        return new Request(method, target, List.of(headers), new byte[0], false);
    }

    public Request withHeaders(List<String> more) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(more);
        return new Request(method, target, all, body, alone);
    }

    Request withBody(String type, byte[] bytes) {
        List<String> all = new ArrayList<>(headers);
        if (!type.isEmpty()) {
            all.add("Content-Type: " + type);
        }
        return new Request(method, target, all, bytes, alone);
    }

    Request withTarget(String other) {
        return new Request(method, other, headers, body, alone);
    }

    Request onItsOwn() {
        return new Request(method, target, headers, body, true);
    }

    boolean has(String header) {
        return headers.stream()
                .anyMatch(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(header + ":"));
    }

    byte[] head(String host) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        if (!has("host")) {
            head.append("Host: ").append(host).append("\r\n");
        }
        if (!has("content-length") && !has("transfer-encoding") && (body.length > 0 || !method.equals("GET"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        headers.forEach(line -> head.append(line).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As it was sent, cut short where it is long; sessions are not told. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(method + " " + shown(target));
        headers.stream().filter(line -> !line.startsWith("X-Session-Token")).forEach(line -> text.append("\n      ")
                .append(shown(line)));
        return text.append("\n      ")
                .append(shown(new String(body, StandardCharsets.UTF_8)))
                .toString();
    }

    static String shown(String text) {
        StringBuilder visible = new StringBuilder();
        text.chars()
                .limit(MOST_SHOWN)
                .forEach(c -> visible.append(c < 32 || c > 126 ? String.format("\\u%04x", c) : "" + (char) c));
        return text.length() > MOST_SHOWN ? visible + "… (" + text.length() + " characters)" : visible.toString();
    }
}
