package org.quantplatform.rest.internal.front;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
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
import org.quantplatform.api.health.Health;
import org.quantplatform.api.health.HealthReport;
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
    private final long started = System.nanoTime();
    private final AtomicReference<@Nullable Sessions> sessions = new AtomicReference<>();
    private final AtomicReference<@Nullable Health> health = new AtomicReference<>();

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
    public void bindHealth(Health service) {
        health.set(service);
    }

    public void unbindHealth(Health service) {
        health.compareAndSet(service, null);
    }

    /** A session for whoever sent the request; refuses {@code UNAVAILABLE} while the platform starts. */
    public PlatformSession open(HttpServletRequest request) {
        Sessions door = sessions.get();
        if (door == null) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the platform is starting");
        }
        Map<String, String> values = new HashMap<>();
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            values.put("bearer", authorization.substring(7).strip());
        }
        String token = request.getHeader("X-Session-Token");
        if (token != null) {
            values.put("session_token", token);
        }
        return door.open(new Credentials(values, origin(request)));
    }

    /** A proxy on this machine speaks for callers from elsewhere, so they must not pass for local ones. */
    private static String origin(HttpServletRequest request) {
        boolean forwarded = request.getHeader("Forwarded") != null
                || request.getHeader("X-Forwarded-For") != null
                || request.getHeader("X-Real-IP") != null;
        return (forwarded ? "proxy " : "") + request.getRemoteAddr();
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

    public Streams streams() {
        return streams;
    }
}
