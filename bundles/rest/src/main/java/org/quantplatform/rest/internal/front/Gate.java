package org.quantplatform.rest.internal.front;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/**
 * Keeps web pages of strangers out: a browser on this machine reaches a loopback server too. The name by which the server
 * is addressed must be its own (against DNS rebinding), and a request that changes something must not come from a page of
 * another origin, nor look like what a page can send without asking first.
 */
public final class Gate {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FORM_TYPES =
            Set.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data");

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]*)");
    private static final Pattern LOOPBACK = Pattern.compile("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");

    private final Options options;

    public Gate(Options options) {
        this.options = options;
    }

    /**
     * @param formAllowed whether the route takes {@code multipart/form-data}
     * @throws Refusal when the server is not addressed by one of its names
     * @throws QuantException {@code FORBIDDEN} when a foreign page is behind the request
     */
    public void check(HttpServletRequest request, boolean formAllowed) {
        checkHost(request);
        checkForm(request);
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        checkOrigin(request);
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site")) && !isAllowedOrigin(request.getHeader("Origin"))) {
            throw QuantException.of(ErrorCode.FORBIDDEN, "requests from other sites are refused");
        }
        String type = mediaType(request.getHeader("Content-Type"));
        if (FORM_TYPES.contains(type) && !(formAllowed && type.equals("multipart/form-data"))) {
            throw QuantException.of(
                    ErrorCode.FORBIDDEN, "a body of type " + type + " is refused; send it as application/json");
        }
    }

    /** For a WebSocket: any foreign origin is refused, since browsers send no question before. */
    public void checkSocket(HttpServletRequest request) {
        checkHost(request);
        checkForm(request);
        checkOrigin(request);
    }

    /** True when pages of this origin may read answers. */
    public boolean isAllowedOrigin(@Nullable String origin) {
        return origin != null && options.origins().contains(origin.toLowerCase(Locale.ROOT));
    }

    public static String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private void checkHost(HttpServletRequest request) {
        String host = hostName(authority(request));
        if (isLoopback(host) || options.hosts().contains("*") || options.hosts().contains(host)) {
            return;
        }
        throw new Refusal(
                421,
                "misdirected_request",
                "this server is not addressed by that name; add it to 'hosts' in etc/org.quantplatform.rest.cfg");
    }

    private void checkOrigin(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null || isAllowedOrigin(origin)) {
            return;
        }
        int scheme = origin.indexOf("://");
        if (scheme < 0 || !authority(request).equalsIgnoreCase(origin.substring(scheme + 3))) {
            throw QuantException.of(ErrorCode.FORBIDDEN, "requests from pages of another origin are refused");
        }
    }

    /** What the server's own reading of the request would stumble over. */
    private static void checkForm(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && BROKEN_ESCAPE.matcher(query).find()) {
            throw QuantException.invalid("", "the address has a % that two hexadecimal digits do not follow");
        }
        String type = request.getHeader("Content-Type");
        Matcher charset = CHARSET.matcher(type == null ? "" : type);
        if (charset.find() && !charset.group(1).equalsIgnoreCase("utf-8")) {
            throw new Refusal(415, "unsupported_media_type", "text must be in UTF-8");
        }
    }

    private static String authority(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host == null ? request.getServerName() : host;
    }

    private static String hostName(String authority) {
        String lower = authority.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[")) {
            int end = lower.indexOf(']');
            return end < 0 ? lower : lower.substring(1, end);
        }
        int colon = lower.indexOf(':');
        return colon < 0 || colon != lower.lastIndexOf(':') ? lower : lower.substring(0, colon);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("::1")
                || LOOPBACK.matcher(host).matches();
    }
}
