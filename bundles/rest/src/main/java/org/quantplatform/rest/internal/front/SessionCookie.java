package org.quantplatform.rest.internal.front;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.quantplatform.api.auth.SessionLogin;

/**
 * The token of a session as a cookie that no script can read and no other site makes a browser send; {@link Gate} refuses
 * what another site's page sends all the same.
 */
public final class SessionCookie {

    private static final String NAME = "quant_session";
    private static final String FRAME = "; Path=/; HttpOnly; SameSite=Strict";

    /** Takes the cookie away. */
    public static final String NONE = NAME + "=; Max-Age=0" + FRAME;

    private SessionCookie() {}

    /** @param secure whether it was asked for over TLS, and may be sent over nothing else */
    public static String of(SessionLogin login, boolean secure) {
        long seconds =
                Math.max(0, Duration.between(Instant.now(), login.expiresAt()).toSeconds());
        return NAME + "=" + login.sessionToken() + "; Max-Age=" + seconds + FRAME + (secure ? "; Secure" : "");
    }

    static Optional<String> token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
