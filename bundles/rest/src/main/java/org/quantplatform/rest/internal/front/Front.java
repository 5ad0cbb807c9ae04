package org.quantplatform.rest.internal.front;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.Sessions;
import org.quantplatform.api.auth.Logins;
import org.quantplatform.api.health.Health;
import org.quantplatform.api.health.HealthReport;
import org.quantplatform.api.sharing.SharedLinks;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** The way from HTTP to the platform, whose services come and go while the server answers. */
@Component(service = Front.class, configurationPid = "org.quantplatform.rest")
@Designate(ocd = RestSettings.class)
public final class Front {

    private final Options options;
    private final Gate gate;
    private final Traffic traffic = new Traffic();
    private final Streams streams;
    private final Tickets tickets = new Tickets(Clock.systemUTC());
    private final long started = System.nanoTime();
    private final AtomicReference<@Nullable Sessions> sessions = new AtomicReference<>();
    private final AtomicReference<@Nullable Logins> logins = new AtomicReference<>();
    private final AtomicReference<@Nullable Health> health = new AtomicReference<>();
    private final AtomicReference<@Nullable SharedLinks> sharedLinks = new AtomicReference<>();

    @Activate
    public Front(RestSettings settings) {
        this(Options.of(settings));
    }

    public Front(Options options) {
        this.options = options;
        this.gate = new Gate(options);
        this.streams = new Streams(options.streamsPerAddress());
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindSessions(Sessions service) {
        sessions.set(service);
    }

    public void unbindSessions(Sessions service) {
        sessions.compareAndSet(service, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindLogins(Logins service) {
        logins.set(service);
    }

    public void unbindLogins(Logins service) {
        logins.compareAndSet(service, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindHealth(Health service) {
        health.set(service);
    }

    public void unbindHealth(Health service) {
        health.compareAndSet(service, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindSharedLinks(SharedLinks service) {
        sharedLinks.set(service);
    }

    public void unbindSharedLinks(SharedLinks service) {
        sharedLinks.compareAndSet(service, null);
    }

    /** A session for whoever sent the request; refuses {@code UNAVAILABLE} while the platform starts. */
    public PlatformSession open(HttpServletRequest request) {
        return open(Callers.credentials(request));
    }

    /** As {@link #open}, for a request that may carry a ticket in its address. */
    public PlatformSession openByTicket(HttpServletRequest request) {
        String ticket = request.getParameter("ticket");
        return ticket == null
                ? open(request)
                : open(tickets.redeem(ticket, Callers.address(request)).orElseThrow(Tickets::unknown));
    }

    private PlatformSession open(Credentials credentials) {
        Sessions door = sessions.get();
        if (door == null) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the platform is starting");
        }
        return door.open(credentials);
    }

    /** Refuses {@code UNAVAILABLE} while the platform starts. */
    public Logins logins() {
        Logins way = logins.get();
        if (way == null) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the platform is starting");
        }
        return way;
    }

    /** Refuses {@code UNAVAILABLE} while the platform starts. */
    public SharedLinks sharedLinks() {
        SharedLinks links = sharedLinks.get();
        if (links == null) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the platform is starting");
        }
        return links;
    }

    /** Also answers while the platform starts. */
    public HealthReport health() {
        Health source = health.get();
        if (source != null) {
            return source.report();
        }
        return new HealthReport(
                "starting",
                "",
                (System.nanoTime() - started) / 1_000_000_000L,
                null,
                new HealthReport.PluginCounts(0, 0),
                Map.of(),
                Map.of("platform", "is starting"));
    }

    public Options options() {
        return options;
    }

    public Gate gate() {
        return gate;
    }

    public Traffic traffic() {
        return traffic;
    }

    public Tickets tickets() {
        return tickets;
    }

    public Streams streams() {
        return streams;
    }
}
