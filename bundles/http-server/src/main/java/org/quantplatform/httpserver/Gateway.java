package org.quantplatform.httpserver;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The first to see each request: whether its address may call, how often, by what way, and how large and slow it may be.
 * The server's settings put it in place before the server starts, so that there is no moment without it; until it has its
 * own settings it lets nobody in.
 */
public final class Gateway extends Handler.Wrapper {

    private static final String HSTS = "Strict-Transport-Security";
    private static final Set<String> NEVER_SERVED = Set.of("TRACE", "CONNECT");
    private static final String SERVED = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Tally tally = new Tally();
    private final Connections connections = new Connections(tally);
    private final Buckets buckets = new Buckets(System.nanoTime());
    private final Settings settings = new Settings(this::follow);
    private final Certificates certificates;
    private final Contexts contexts = new Contexts();
    private volatile @Nullable Rules rules;
    private volatile @Nullable NetworkConnectionLimit everyone;
    private volatile Scheduler.@Nullable Task round;
    private volatile boolean offersTls;

    private Gateway(Certificates certificates) {
        this.certificates = certificates;
    }

    Contexts contexts() {
        return contexts;
    }

    void prepare(ServerConnector connector) {
        connector.addBean(connections);
        certificates.prepare(connector);
    }

    /**
     * Makes the gateway the outermost handler of a server that has not started.
     *
     * @param certificate file with the certificates of HTTPS in PEM; empty where a key store is set
     * @param key file with the key of the first of them
     */
    public static Gateway guard(Server server, String certificate, String key) {
        Gateway gateway = new Gateway(new Certificates(new Certificates.TlsFiles(certificate, key)));
        server.insertHandler(gateway);
        server.setErrorHandler(Answers::refused);
        server.addEventListener(new Connectors(gateway));
        return gateway;
    }

    /** @param changed null to let nobody in */
    void follow(@Nullable Rules changed) {
        rules = changed;
        connections.follow(changed);
        NetworkConnectionLimit limit = everyone;
        if (limit != null && changed != null) {
            limit.setMaxNetworkConnectionCount(changed.connections());
            letWaitingIn(limit);
        }
    }

    /** Otherwise they would wait until another connection comes or ends, which alone makes the limit look again. */
    private static void letWaitingIn(NetworkConnectionLimit limit) {
        int there = limit.getNetworkConnectionCount() + limit.getPendingNetworkConnectionCount();
        if (there + 1 < limit.getMaxNetworkConnectionCount()) {
            limit.onAccepting(null);
            limit.onAcceptFailed(null, new IOException("none has come"));
        }
    }

    @Override
    protected void doStart() throws Exception {
        Server server = getServer();
        offersTls = Arrays.stream(server.getConnectors())
                .anyMatch(connector -> connector.getConnectionFactory(SslConnectionFactory.class) != null);
        certificates.removeUnusable(server);
        NetworkConnectionLimit limit = new NetworkConnectionLimit(Integer.MAX_VALUE, server.getConnectors());
        everyone = limit;
        addBean(limit);
        if (Settings.inFramework()) {
            contexts.awaitFirst();
        }
        super.doStart();
        settings.open();
        round = server.getScheduler().schedule(this::goRound, 1, TimeUnit.SECONDS);
    }

    @Override
    protected void doStop() throws Exception {
        settings.close();
        Scheduler.Task ended = round;
        if (ended != null) {
            ended.cancel();
        }
        super.doStop();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields.Mutable headers = response.getHeaders();
        Answers.protect(headers);
        Rules now = rules;
        if (now == null) {
            return starting(response, callback);
        }
        Caller caller = Caller.of(request, now.proxies());
        if (caller.secure() && !now.hsts().isEmpty() && !isThisMachine(request)) {
            headers.put(HSTS, now.hsts());
        }
        return refuses(now, caller, request, response, callback) || serve(now, caller, request, response, callback);
    }

    private boolean refuses(Rules now, Caller caller, Request request, Response response, Callback callback) {
        if (NEVER_SERVED.contains(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, SERVED);
            return Answers.refuse(
                    response, callback, 405, "method_not_allowed", "the server does not take this method");
        }
        if (!caller.isHere() && !now.allowed().isEmpty() && !now.allowed().contains(caller.address())) {
            count(Tally.Cause.ADDRESS, caller);
            return Answers.refuse(response, callback, 403, "forbidden", "this server takes no calls from your address");
        }
        if (offersTls && !caller.secure() && !caller.isHere() && !caller.isTold() && !now.plainRemote()) {
            count(Tally.Cause.PLAIN, caller);
            return Answers.refuse(response, callback, 403, "forbidden", "other machines must call by https");
        }
        return isTooOften(now, caller, response, callback) || isTooLarge(now, caller, request, response, callback);
    }

    private boolean isTooOften(Rules now, Caller caller, Response response, Callback callback) {
        if (now.nanosPerRequest() == 0 || caller.isKnown() && now.unlimited().contains(caller.address())) {
            return false;
        }
        long wait = buckets.take(Buckets.key(caller.address()), System.nanoTime(), now.nanosPerRequest(), now.burst());
        if (wait == 0) {
            return false;
        }
        count(Tally.Cause.RATE, caller);
        response.getHeaders().put(HttpHeader.RETRY_AFTER, 1 + (wait - 1) / NANOS_PER_SECOND);
        return Answers.refuse(
                response, callback, 429, "quota_exceeded", "too many requests from your address; try again later");
    }

    private boolean isTooLarge(Rules now, Caller caller, Request request, Response response, Callback callback) {
        if (request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) <= now.bodyLimit()) {
            return false;
        }
        count(Tally.Cause.BODY, caller);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        return Answers.refuse(response, callback, 413, "too_large", "the body is larger than allowed");
    }

    private boolean serve(Rules now, Caller caller, Request request, Response response, Callback callback)
            throws Exception {
        Request seen = caller.isTold() ? new ForwardedRequest(request, caller) : request;
        HttpFields headers = request.getHeaders();
        RequestBody body = headers.contains(HttpHeader.CONTENT_LENGTH) || headers.contains(HttpHeader.TRANSFER_ENCODING)
                ? new RequestBody(seen, now)
                : null;
        Exchange exchange = connections.exchange(request.getConnectionMetaData().getConnection());
        Request passed = body == null ? seen : body;
        if (!contexts.enter()) {
            return starting(response, callback);
        }
        try {
            return exchange == null
                    ? super.handle(passed, response, callback)
                    : observed(exchange, body, passed, response, callback);
        } finally {
            contexts.leave();
        }
    }

    private boolean observed(
            Exchange exchange, @Nullable RequestBody body, Request request, Response response, Callback callback)
            throws Exception {
        exchange.begin(body);
        boolean handled = false;
        try {
            handled = super.handle(request, response, new Finish(callback, exchange));
        } finally {
            if (!handled) {
                exchange.finish();
            }
        }
        return handled;
    }

    private static boolean starting(Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, 1);
        return Answers.refuse(response, callback, 503, "unavailable", "the server is starting");
    }

    private void count(Tally.Cause cause, Caller caller) {
        tally.count(cause, caller.address().getHostAddress());
    }

    /** A browser would go on to everything else on this machine by HTTPS. */
    private static boolean isThisMachine(Request request) {
        return "localhost".equalsIgnoreCase(Request.getServerName(request));
    }

    private void goRound() {
        try {
            look(System.nanoTime());
        } finally {
            // what failed this time must not leave slow callers alone for ever
            if (isRunning()) {
                round = getServer().getScheduler().schedule(this::goRound, 1, TimeUnit.SECONDS);
            }
        }
    }

    private void look(long now) {
        buckets.forgetFull(now);
        connections.endSlowOnes(now);
        certificates.followFiles();
        tally.tell(now);
    }

    private static final class Finish extends Callback.Nested {

        private final Exchange exchange;

        Finish(Callback callback, Exchange exchange) {
            super(callback);
            this.exchange = exchange;
        }

        @Override
        public void succeeded() {
            // before: the next request of the connection may begin within
            exchange.finish();
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            exchange.finish();
            super.failed(failure);
        }
    }
}
