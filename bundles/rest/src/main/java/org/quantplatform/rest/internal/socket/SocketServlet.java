package org.quantplatform.rest.internal.socket;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.ReadOnlyServlet;
import org.quantplatform.rest.internal.events.EventFlow;
import org.quantplatform.rest.internal.events.Feed;
import org.quantplatform.rest.internal.events.JobFeed;
import org.quantplatform.rest.internal.front.Front;
import org.quantplatform.rest.internal.front.Refusal;
import org.quantplatform.rest.internal.http.Failure;
import org.quantplatform.rest.internal.http.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /ws/backtest?id=…&after=SEQ}, {@code /ws/optimization} in the same way, {@code /ws/data-stream?symbols=…} for
 * stored bars and {@code /ws/data-stream?source=…&market=…&tickers=…} for live prices:
 * checks the request as any other, then makes it a WebSocket. A servlet rather than an annotated endpoint, because only
 * here are the headers at hand that tell who asks.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/ws/backtest",
            "osgi.http.whiteboard.servlet.pattern=/ws/optimization",
            "osgi.http.whiteboard.servlet.pattern=" + SocketServlet.DATA_STREAM,
            "osgi.http.whiteboard.servlet.name=quant-ws"
        })
public final class SocketServlet extends ReadOnlyServlet {

    static final String DATA_STREAM = "/ws/data-stream";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(SocketServlet.class);

    private final transient Front front;
    private transient volatile @Nullable ScheduledExecutorService clock;

    @Activate
    public SocketServlet(@Reference Front front) {
        this.front = front;
    }

    @Override
    public void init() {
        clock = EventFlow.newClock();
    }

    @Override
    public void destroy() {
        ScheduledExecutorService ended = clock;
        clock = null;
        if (ended != null) {
            ended.shutdownNow();
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String requestId = java.util.UUID.randomUUID().toString();
        try {
            front.gate().checkSocket(request);
            if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
                response.setHeader("Upgrade", "websocket");
                throw new Refusal(426, "upgrade_required", "this address speaks WebSocket");
            }
            open(request, response);
        } catch (DeploymentException | RuntimeException e) {
            Failure.of(e, requestId).send(response, requestId);
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response)
            throws IOException, DeploymentException {
        Object container = getServletContext().getAttribute(ServerContainer.class.getName());
        ScheduledExecutorService pings = clock;
        if (!(container instanceof ServerContainer sockets) || pings == null) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "WebSockets are not ready");
        }
        Feed feed = feed(request, pings);
        PlatformSession platform = front.openByTicket(request);
        String address = request.getRemoteAddr();
        EventFlow flow = EventFlow.of(platform, feed, pings, front, address);
        try {
            EventSocket socket = new EventSocket(flow, front.options().pingSeconds());
            sockets.upgradeHttpToWebSocket(request, response, config(socket), Map.of());
            LOG.debug("{} watches {}", address, feed);
        } catch (IOException | DeploymentException | RuntimeException e) {
            flow.end();
            throw e;
        }
        if (response.getStatus() != HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
            flow.end();
        }
    }

    private static Feed feed(HttpServletRequest request, ScheduledExecutorService clock) {
        long after = Query.sequence("after", request.getParameter("after"));
        if (request.getRequestURI().equals(DATA_STREAM)) {
            String source = request.getParameter("source");
            if (source != null) {
                return new TickFeed(new LiveQuery(
                        text(source), Query.market(request.getParameter("market")), tickers(request), after));
            }
            return new MarketFeed(symbols(request.getParameter("symbols")), after, clock);
        }
        String id = request.getParameter("id");
        if (id == null || id.isBlank() || id.length() > 128) {
            throw QuantException.invalid("id", "must have 1 to 128 characters");
        }
        return new JobFeed(id, after);
    }

    private static String text(String source) {
        if (!source.matches("[A-Za-z0-9_.-]{1,64}")) {
            throw QuantException.invalid("source", "must be the id of a data source");
        }
        return source;
    }

    private static List<String> tickers(HttpServletRequest request) {
        String text = request.getParameter("tickers");
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static List<MarketFeed.Symbol> symbols(@Nullable String text) {
        List<String> given = text == null || text.isBlank() ? List.of() : List.of(text.split(",", -1));
        if (given.isEmpty() || given.size() > MarketFeed.MOST_SYMBOLS) {
            throw QuantException.invalid("symbols", "must name 1 to " + MarketFeed.MOST_SYMBOLS + " instruments");
        }
        return given.stream().map(MarketFeed.Symbol::parse).distinct().toList();
    }

    private static ServerEndpointConfig config(EventSocket socket) {
        return ServerEndpointConfig.Builder.create(EventSocket.class, "/ws/events")
                .configurator(new Handshake(socket))
                .build();
    }
}
