package org.quantplatform.client;

import java.net.URI;
import java.util.function.Consumer;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.auth.Logins;
import org.quantplatform.api.health.Health;
import org.quantplatform.client.internal.Http;
import org.quantplatform.client.internal.RemoteHealth;
import org.quantplatform.client.internal.RemoteLogins;

/** A platform at the other end of an HTTP connection. Safe for use by several threads. */
public final class HttpPlatform {

    private final ClientSettings settings;
    private final Http http;

    private HttpPlatform(ClientSettings settings, Http http) {
        this.settings = settings;
        this.http = http;
    }

    public static HttpPlatform of(ClientSettings settings) {
        return watched(settings, exchange -> {});
    }

    /**
     * @param exchanges told of every call that was answered well, on the thread of the call and before it returns
     */
    public static HttpPlatform watched(ClientSettings settings, Consumer<Exchange> exchanges) {
        return renewing(settings, exchanges, TokenRenewal.NONE);
    }

    /** As {@link #watched}; a call that is refused for its token is made again when there is a new one. */
    public static HttpPlatform renewing(ClientSettings settings, Consumer<Exchange> exchanges, TokenRenewal renewal) {
        return comfortable(settings, exchanges, renewal, ClientComforts.NONE);
    }

    /** As {@link #renewing}, with whatever else a program wants. */
    public static HttpPlatform comfortable(
            ClientSettings settings, Consumer<Exchange> exchanges, TokenRenewal renewal, ClientComforts comforts) {
        return new HttpPlatform(settings, new Http(settings, exchanges, renewal, comforts));
    }

    public URI server() {
        return settings.server();
    }

    /** No connection is made before the first call. */
    public PlatformSession session() {
        return new RemoteSession(http, settings);
    }

    /** Credentials that are handed to it need no address. */
    public Logins logins() {
        return new RemoteLogins(http);
    }

    /** Does not wait for a server that is starting. */
    public Health health() {
        return new RemoteHealth(http);
    }
}
