package org.quantplatform.security.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Where HTTP is offered, by what its server tells the framework. */
@Component(service = HttpReach.class)
public final class HttpReach {

    private static final String ENDPOINTS = "osgi.http.endpoint";
    private static final Pattern LOOPBACK_IP4 = Pattern.compile("127(\\.[0-9]{1,3}){3}");
    private static final String FILTER = "(" + ENDPOINTS + "=*)";

    private final BundleContext context;
    private final ServiceListener changes = event -> look();
    private volatile Optional<String> open = Optional.empty();

    @Activate
    public HttpReach(BundleContext context) throws InvalidSyntaxException {
        this.context = context;
        context.addServiceListener(changes, FILTER);
        look();
    }

    @Deactivate
    public void close() {
        context.removeServiceListener(changes);
    }

    /** The first address that other machines reach; empty when there is none. */
    public Optional<String> fromElsewhere() {
        return open;
    }

    private void look() {
        try {
            ServiceReference<?>[] servers = context.getAllServiceReferences(null, FILTER);
            open = servers == null
                    ? Optional.empty()
                    : Arrays.stream(servers)
                            .flatMap(server -> addresses(server.getProperty(ENDPOINTS)))
                            .filter(address -> !isLoopback(host(address)))
                            .findFirst();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A server that has not started says "/". */
    private static Stream<String> addresses(@Nullable Object endpoints) {
        List<?> all = endpoints instanceof Object[] several ? List.of(several) : List.of(String.valueOf(endpoints));
        return all.stream().map(String::valueOf).filter(endpoint -> endpoint.contains("://"));
    }

    /** Of {@code http://0.0.0.0:8000/}, or of the same with an IPv6 address without brackets. */
    static String host(String endpoint) {
        String authority = endpoint.substring(endpoint.indexOf("://") + 3).replaceFirst("/.*", "");
        return authority.replaceFirst(":[0-9]+$", "").replaceAll("[\\[\\]]", "");
    }

    static boolean isLoopback(String host) {
        return LOOPBACK_IP4.matcher(host).matches()
                || host.equals("localhost")
                || host.equals("::1")
                || host.equals("0:0:0:0:0:0:0:1");
    }
}
