package org.quantplatform.rest.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.rest.internal.cache.CachedAnswer;
import org.quantplatform.rest.internal.events.Feed;
import org.quantplatform.rest.internal.front.Front;
import org.quantplatform.rest.internal.front.Gate;
import org.quantplatform.rest.internal.front.Refusal;

/** One request on its way: its id, its session, its body. Belongs to the thread that serves it. */
public final class Call implements AutoCloseable {

    private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();
    private static final Pattern VERSION = Pattern.compile("\"?v?([0-9]{1,9})(-[0-9a-f]*)?\"?");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final Front front;
    private final HttpServletRequest request;
    private final String requestId;
    private @Nullable PlatformSession session;
    private Consumer<CachedAnswer> keeper = answer -> {};
    private @Nullable Feed events;

    private Call(Front front, HttpServletRequest request, String requestId) {
        this.front = front;
        this.request = request;
        this.requestId = requestId;
    }

    public static Call begin(Front front, HttpServletRequest request, String requestId) {
        Call call = new Call(front, request, requestId);
        CURRENT.set(call);
        return call;
    }

    /** The call that this thread serves. */
    public static Call current() {
        Call call = CURRENT.get();
        if (call == null) {
            throw new IllegalStateException("no request is being served by this thread");
        }
        return call;
    }

    public PlatformSession session() {
        if (session == null) {
            session = front.open(request);
        }
        return session;
    }

    /** The session, which from now on is the taker's to close. */
    public PlatformSession takeSession() {
        PlatformSession taken = session();
        session = null;
        return taken;
    }

    /** What the route returns is not sent: the answer are these events, from the end of the route to the last. */
    public void answerWith(Feed feed) {
        events = feed;
    }

    public Optional<Feed> events() {
        return Optional.ofNullable(events);
    }

    public Front front() {
        return front;
    }

    public HttpServletRequest request() {
        return request;
    }

    public String requestId() {
        return requestId;
    }

    /** Who is to be told of the answer, should it be a good one. */
    public void keepAnswer(Consumer<CachedAnswer> taker) {
        keeper = taker;
    }

    void keep(CachedAnswer answer) {
        keeper.accept(answer);
    }

    /** The JSON body, read strictly. */
    public <T> T body(Class<T> type) {
        if (!Gate.mediaType(request.getHeader("Content-Type")).equals("application/json")) {
            throw new Refusal(415, "unsupported_media_type", "the body must be application/json");
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Refusal(415, "unsupported_media_type", "the body must not be encoded as " + encoding);
        }
        try {
            byte[] body = bodyStream(front.options().bodyLimit()).readAllBytes();
            if (body.length == 0) {
                throw QuantException.invalid("", "the body must be a JSON object, was empty");
            }
            return QuantJson.readRequest(new ByteArrayInputStream(body), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The raw body; reading beyond {@code limit} bytes is refused {@code TOO_LARGE}. */
    public InputStream bodyStream(long limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            LimitedStream.drain(request, limit);
            throw LimitedStream.tooLarge(limit);
        }
        return new LimitedStream(request.getInputStream(), limit);
    }

    public Optional<String> idempotencyKey() {
        String key = request.getHeader("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw QuantException.invalid("Idempotency-Key", "must be 1 to 128 visible ASCII characters");
        }
        return Optional.ofNullable(key);
    }

    /** The version that the {@code If-Match} header asks for. */
    public Optional<Integer> expectedVersion() {
        String tag = request.getHeader("If-Match");
        if (tag == null || tag.strip().equals("*")) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(tag.strip());
        if (!version.matches()) {
            throw QuantException.of(ErrorCode.PRECONDITION_FAILED, "If-Match does not name a version of this resource");
        }
        return Optional.of(Integer.valueOf(version.group(1)));
    }

    @Override
    public void close() {
        CURRENT.remove();
        if (session != null) {
            session.close();
        }
    }
}
