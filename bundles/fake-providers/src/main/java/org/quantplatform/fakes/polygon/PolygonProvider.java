package org.quantplatform.fakes.polygon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.FakeProvider;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Reply;
import org.quantplatform.fakes.World;

/**
 * Answers as the provider's stock API does: bearer or query key, envelopes, cursors that name the provider's own host and
 * no key, absent results, 16:00 stamps in grouped bars, splits that come twice, financials without a filing date.
 */
public final class PolygonProvider extends FakeProvider {

    /** A key of a plan without limits. */
    public static final String KEY = "fake-polygon-key";

    /** A key of the free plan: five requests a minute, two years back, no bars of today. */
    public static final String FREE_KEY = "fake-polygon-free-key";

    private static final int FREE_PER_MINUTE = 5;
    private static final String TOO_MANY =
            "You've exceeded the maximum requests per minute, please wait or upgrade your subscription to continue:"
                    + " https://massive.com/pricing";

    private final World world;
    private final Clock clock;
    private final Aggregates aggregates;
    private final Reference reference;
    private final Deque<Instant> free = new ArrayDeque<>();
    private final AtomicInteger refusals = new AtomicInteger();

    /** @param port 0 for any that is free */
    public PolygonProvider(int port, World world, Clock clock) {
        super(port);
        this.world = world;
        this.clock = clock;
        this.aggregates = new Aggregates(world, clock, faults());
        this.reference = new Reference(world, clock, faults());
    }

    @Override
    protected Reply answer(Call call) {
        Optional<String> key = key(call);
        if (key.isEmpty()
                || !key.get().equals(KEY) && !key.get().equals(FREE_KEY)
                || faults().strikes(Fault.REVOKED_KEY)) {
            counters().count("unauthorized");
            return error(401, "ERROR", "error", "Unknown API Key");
        }
        boolean limited = key.get().equals(FREE_KEY);
        if (limited && exhausted()) {
            counters().count("rate_limited");
            return rateLimited();
        }
        return route(call, limited);
    }

    private static Optional<String> key(Call call) {
        Optional<String> bearer = call.header("authorization")
                .filter(h -> h.startsWith("Bearer "))
                .map(h -> h.substring(7));
        return bearer.isPresent() ? bearer : call.parameter("apiKey");
    }

    private synchronized boolean exhausted() {
        Instant now = clock.instant();
        while (!free.isEmpty() && free.peek().isBefore(now.minus(Duration.ofMinutes(1)))) {
            free.poll();
        }
        if (free.size() >= FREE_PER_MINUTE) {
            return true;
        }
        free.add(now);
        return false;
    }

    private Reply route(Call call, boolean limited) {
        String[] path = call.path().substring(1).split("/");
        String start = path.length < 3 ? call.path() : path[0] + "/" + path[1] + "/" + path[2];
        counters().count(start);
        return switch (start) {
            case "v2/aggs/ticker" ->
                path.length == 5 && path[4].equals("prev")
                        ? aggregates.previous(path[3])
                        : path.length == 9 ? aggregates.range(call, path, limited) : notFound("page not found");
            case "v2/aggs/grouped" ->
                path.length == 8 ? aggregates.grouped(call, path[7], limited) : notFound("page not found");
            case "v3/reference/tickers", "vX/reference/tickers" -> reference.tickers(call, path);
            case "v3/reference/splits" -> reference.splits(call);
            case "v3/reference/dividends" -> reference.dividends(call);
            case "vX/reference/financials" -> reference.financials(call);
            case "v1/marketstatus/now" -> Sessions.now(clock);
            case "v1/marketstatus/upcoming" -> Sessions.upcoming(clock);
            default ->
                start.startsWith("v1/open-close/") && path.length == 4
                        ? aggregates.openClose(call, path[2], path[3])
                        : notFound("page not found");
        };
    }

    /** Its body is empty at times. */
    @Override
    protected Reply rateLimited() {
        return refusals.getAndIncrement() % 2 == 0 ? error(429, "ERROR", "error", TOO_MANY) : Reply.text(429, "");
    }

    @Override
    protected Reply serverError() {
        return error(500, "ERROR", "message", "Internal error");
    }

    static Reply notFound(String message) {
        return error(404, "NOT_FOUND", "message", message);
    }

    static Reply badRequest(String message) {
        return error(400, "ERROR", "error", message);
    }

    static Reply notEntitled(String message) {
        return error(403, "NOT_AUTHORIZED", "message", message);
    }

    private static Reply error(int status, String word, String field, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", word);
        body.put("request_id", Envelope.requestId(message));
        body.put(field, message);
        return Reply.json(status, body);
    }
}
