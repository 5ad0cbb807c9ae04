package org.quantplatform.rest.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.rest.internal.cache.AnswerCache;
import org.quantplatform.rest.internal.events.EventStreams;
import org.quantplatform.rest.internal.events.Feed;
import org.quantplatform.rest.internal.front.Front;
import org.quantplatform.rest.internal.http.Call;
import org.quantplatform.rest.internal.http.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1}: checks who calls from where, hands over to the routes, and makes every failure a problem document. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.pattern=" + JaxRsApplication.BASE + "/*",
            "osgi.http.whiteboard.servlet.asyncSupported=true",
            "osgi.http.whiteboard.servlet.name=quant-rest"
        })
public final class RestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);

    private static final int SMALL_BODY = 1 << 16;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final transient Front front;
    private final transient AnswerCache cache;
    private transient volatile @Nullable JaxRsApplication application;
    private transient volatile @Nullable EventStreams events;

    @Activate
    public RestServlet(@Reference Front front, @Reference AnswerCache cache) {
        this.front = front;
        this.cache = cache;
    }

    @Override
    public void init() throws ServletException {
        application = JaxRsApplication.start(getServletConfig());
        events = new EventStreams(front);
        LOG.info("HTTP API is offered at {}", JaxRsApplication.BASE);
    }

    @Override
    public void destroy() {
        JaxRsApplication ended = application;
        application = null;
        if (ended != null) {
            ended.close();
        }
        EventStreams streams = events;
        events = null;
        if (streams != null) {
            streams.close();
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String requestId = Headers.requestId(request);
        response.setHeader("X-Request-Id", requestId);
        try (Call call = Call.begin(front, request, requestId)) {
            serve(call, response);
            readsRest(request);
            followEvents(call, response);
        } catch (Exception | LinkageError | StackOverflowError e) {
            if (!readsRest(request) && !response.isCommitted()) {
                response.setHeader("Connection", "close");
            }
            Failure.of(rootOf(e), requestId).send(response, requestId);
        } finally {
            front.traffic().count(response.getStatus());
            LOG.debug(
                    "{} {} {} {} {}",
                    request.getRemoteAddr(),
                    request.getMethod(),
                    request.getRequestURI(),
                    response.getStatus(),
                    requestId);
        }
    }

    private void serve(Call call, HttpServletResponse response) throws ServletException, IOException {
        HttpServletRequest request = call.request();
        front.gate().check(request, JaxRsApplication.BASE.concat("/data/import").equals(request.getRequestURI()));
        if (Headers.answerCors(front.gate(), request, response)) {
            return;
        }
        JaxRsApplication routes = application;
        if (routes == null) {
            Failure.ofStatus(503, java.util.Map.of("Retry-After", "2")).send(response, call.requestId());
            return;
        }
        if (SAFE.contains(request.getMethod())) {
            if (!cache.answer(call, response)) {
                routes.service(request, new ProblemResponse(response, call));
            }
            return;
        }
        cache.changed();
        try {
            routes.service(request, new ProblemResponse(response, call));
        } finally {
            cache.changed();
        }
    }

    private void followEvents(Call call, HttpServletResponse response) throws IOException {
        Feed feed = call.events().orElse(null);
        EventStreams streams = events;
        if (feed != null && streams != null) {
            streams.open(call.takeSession(), feed, call.request(), response);
        }
    }

    /**
     * A refusal that leaves the body unread would end the connection under the client's next request.
     *
     * @return false when the body is too large to be read for nothing
     */
    private static boolean readsRest(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        boolean chunked = request.getHeader("Transfer-Encoding") != null;
        if (length <= 0 && !chunked) {
            return true;
        }
        if (chunked || length > SMALL_BODY) {
            return false;
        }
        try {
            request.getInputStream().readNBytes((int) length);
            return true;
        } catch (IOException | IllegalStateException e) {
            return false;
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wrapper = failure instanceof ServletException || failure instanceof java.io.UncheckedIOException;
        return wrapper && cause != null ? rootOf(cause) : failure;
    }
}
