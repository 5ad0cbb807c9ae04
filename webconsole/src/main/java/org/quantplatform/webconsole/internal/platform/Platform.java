package org.quantplatform.webconsole.internal.platform;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.Sessions;
import org.quantplatform.api.health.Health;
import org.quantplatform.api.health.HealthReport;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** Finds the platform's services as they come and go, and holds one {@link PlatformSession} per browser session. */
public final class Platform {

    private static final Door STARTING = new Door.Starting();

    private final ServiceTracker<Sessions, Sessions> sessions;
    private final ServiceTracker<Health, Health> health;
    private final Pulse pulse = new Pulse();

    /** A session together with the service that gave it: with another service it is of no use any more. */
    private record Held(Sessions from, PlatformSession session) {}

    /** The address from which a browser session was begun. */
    private record Address(String text) {}

    public Platform(BundleContext context) {
        sessions = new ServiceTracker<>(context, Sessions.class, null);
        health = new ServiceTracker<>(context, Health.class, null);
    }

    public void open() {
        sessions.open();
        health.open();
    }

    public void close() {
        pulse.close();
        health.close();
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
        Sessions service = sessions.getService();
        Held held = browser.getAttribute(Held.class);
        if (held != null && held.from() == service) {
            return new Door.Open(held.session());
        }
        leave(browser);
        return service == null ? STARTING : knock(service, browser);
    }

    private static Door knock(Sessions service, VaadinSession browser) {
        Address address = browser.getAttribute(Address.class);
        try {
            PlatformSession session = service.open(Credentials.from(address == null ? "" : address.text()));
            browser.setAttribute(Held.class, new Held(service, session));
            return new Door.Open(session);
        } catch (QuantException e) {
            return isAway(e) ? STARTING : new Door.Refused(String.valueOf(e.getMessage()));
        }
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
