package org.quantplatform.webconsole.internal.platform;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.Sessions;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.LoginRequest;
import org.quantplatform.api.auth.Logins;
import org.quantplatform.api.auth.SessionLogin;
import org.quantplatform.api.auth.TokenLogin;
import org.quantplatform.api.health.Health;
import org.quantplatform.api.health.HealthReport;
import org.quantplatform.api.sharing.SharedLinks;
import org.quantplatform.api.sharing.SharedResults;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** Finds the platform's services as they come and go, and holds one {@link PlatformSession} per browser session. */
public final class Platform {

    private static final Door STARTING = new Door.Starting();
    private static final Door SHUT = new Door.Shut();
    private static final Duration NEAR = Duration.ofMinutes(2);

    private final ServiceTracker<Sessions, Sessions> sessions;
    private final ServiceTracker<Logins, Logins> logins;
    private final ServiceTracker<SharedLinks, SharedLinks> links;
    private final ServiceTracker<Health, Health> health;
    private final Pulse pulse = new Pulse();

    /** A session together with the service that gave it: with another service it is of no use any more. */
    private record Held(Sessions from, PlatformSession session) {}

    /** The address from which a browser session was begun. */
    private record Address(String text) {}

    /** Proof of a login; never printed. */
    private record Proof(Login login) {

        Map<String, String> values() {
            return login instanceof TokenLogin tokens
                    ? Map.of("bearer", tokens.accessToken())
                    : Map.of("session_token", ((SessionLogin) login).sessionToken());
        }

        /** What renews it when it is about to expire. */
        Optional<Credentials> renewal(String address) {
            return login instanceof TokenLogin tokens
                            && login.expiresAt().isBefore(Instant.now().plus(NEAR))
                    ? Optional.of(new Credentials(Map.of("refresh_token", tokens.refreshToken()), address))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return "Proof";
        }
    }

    public Platform(BundleContext context) {
        sessions = new ServiceTracker<>(context, Sessions.class, null);
        logins = new ServiceTracker<>(context, Logins.class, null);
        links = new ServiceTracker<>(context, SharedLinks.class, null);
        health = new ServiceTracker<>(context, Health.class, null);
    }

    public void open() {
        sessions.open();
        logins.open();
        links.open();
        health.open();
    }

    public void close() {
        pulse.close();
        health.close();
        links.close();
        logins.close();
        sessions.close();
    }

    /** The one of the page that is being served. */
    public static Platform current() {
        return VaadinService.getCurrent().getContext().getAttribute(Platform.class);
    }

    public Pulse pulse() {
        return pulse;
    }

    /** Empty while the platform is not there. */
    public Optional<HealthReport> health() {
        return Optional.ofNullable(health.getService()).map(Health::report);
    }

    /** Notes from where the browser calls; to be called when its session begins. */
    public void begin(VaadinSession browser, String address) {
        browser.setAttribute(Address.class, new Address(address));
    }

    /** Opens the browser's session or answers with the one that is open; the caller holds the browser session's lock. */
    public Door enter(VaadinSession browser) {
        renew(browser);
        Sessions service = sessions.getService();
        Held held = browser.getAttribute(Held.class);
        if (held != null && held.from() == service) {
            return new Door.Open(held.session());
        }
        leave(browser);
        return service == null ? STARTING : knock(service, browser);
    }

    /**
     * Begins a session for the user of the browser; the next {@link #enter} opens the door with it.
     *
     * @throws QuantException as {@link Logins#login} does
     */
    public void login(VaadinSession browser, String username, String password) {
        Logins way = way();
        LoginRequest request = new LoginRequest(username, null, password);
        Login login = way.login(request.credentials(address(browser)));
        leave(browser);
        browser.setAttribute(Proof.class, new Proof(login));
    }

    /** Ends the session of the user, wherever its token is known. */
    public void logout(VaadinSession browser) {
        way().logout(credentials(browser));
        leave(browser);
        browser.setAttribute(Proof.class, null);
    }

    /**
     * The results to which a link leads; no login is needed.
     *
     * @throws QuantException as {@link SharedLinks#open} does
     */
    public SharedResults shared(VaadinSession browser, String token) {
        return present(links).open(token, address(browser));
    }

    /** Before a short-lived token expires; one that is not renewed any more is found out when it is used. */
    private void renew(VaadinSession browser) {
        Proof proof = browser.getAttribute(Proof.class);
        Logins way = logins.getService();
        Optional<Credentials> renewal = proof == null ? Optional.empty() : proof.renewal(address(browser));
        if (way == null || renewal.isEmpty()) {
            return;
        }
        try {
            browser.setAttribute(Proof.class, new Proof(way.refresh(renewal.get())));
        } catch (QuantException e) {
            if (isAway(e)) {
                return;
            }
            browser.setAttribute(Proof.class, null);
        }
        leave(browser);
    }

    private Door knock(Sessions service, VaadinSession browser) {
        try {
            PlatformSession session = service.open(credentials(browser));
            browser.setAttribute(Held.class, new Held(service, session));
            return new Door.Open(session);
        } catch (QuantException e) {
            if (isAway(e)) {
                return STARTING;
            }
            return knowsLogin(browser) ? SHUT : new Door.Refused(String.valueOf(e.getMessage()));
        }
    }

    /** Mode local lets callers in by their address alone. */
    private boolean knowsLogin(VaadinSession browser) {
        Logins way = logins.getService();
        return way != null && way.status(credentials(browser)).modes().stream().anyMatch(mode -> !mode.equals("local"));
    }

    private Logins way() {
        return present(logins);
    }

    private static <T> T present(ServiceTracker<T, T> tracker) {
        T service = tracker.getService();
        if (service == null) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the platform is starting");
        }
        return service;
    }

    private static Credentials credentials(VaadinSession browser) {
        Proof proof = browser.getAttribute(Proof.class);
        return proof == null ? Credentials.from(address(browser)) : new Credentials(proof.values(), address(browser));
    }

    private static String address(VaadinSession browser) {
        Address address = browser.getAttribute(Address.class);
        return address == null ? "" : address.text();
    }

    /** Closes the browser's session, so that the next {@link #enter} opens a new one. */
    public void leave(VaadinSession browser) {
        @Nullable Held held = browser.getAttribute(Held.class);
        if (held != null) {
            browser.setAttribute(Held.class, null);
            held.session().close();
        }
    }

    public static boolean isAway(QuantException e) {
        return e.code() == ErrorCode.UNAVAILABLE;
    }
}
