package org.quantplatform.rest.internal.front;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.model.Credentials;

/** Who a request says that it is. */
public final class Callers {

    private Callers() {}

    /** A header counts more than the cookie, which a browser sends unasked. */
    public static Credentials credentials(HttpServletRequest request) {
        Map<String, String> values = new HashMap<>();
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            values.put("bearer", authorization.substring(7).strip());
        }
        Optional.ofNullable(request.getHeader("X-Session-Token"))
                .or(() -> SessionCookie.token(request))
                .ifPresent(token -> values.put("session_token", token));
        return new Credentials(values, address(request));
    }

    /** A proxy on this machine speaks for callers from elsewhere, so they must not pass for local ones. */
    public static String address(HttpServletRequest request) {
        boolean forwarded = request.getHeader("Forwarded") != null
                || request.getHeader("X-Forwarded-For") != null
                || request.getHeader("X-Real-IP") != null;
        return (forwarded ? "proxy " : "") + request.getRemoteAddr();
    }
}
