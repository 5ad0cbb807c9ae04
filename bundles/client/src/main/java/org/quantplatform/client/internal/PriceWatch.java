package org.quantplatform.client.internal;

import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LiveEvent.Type;
import org.quantplatform.api.data.LivePrices;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.api.data.LiveTick;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;

/**
 * Follows live prices on a thread of its own. A connection that drops is made again with growing pauses, after the last
 * event that was seen; that is told as the source being down. A watch that the server refuses before it tells anything ends
 * with the source being down for good.
 */
final class PriceWatch implements LivePrices.Watch {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int SILENCE_SECONDS = 5;
    private static final int BAD_REQUEST = 400;

    private final Http http;
    private final LiveQuery query;
    private final Consumer<LiveEvent> listener;
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Connection opened;
    private boolean answered;
    private long last;

    private PriceWatch(Http http, LiveQuery query, Consumer<LiveEvent> listener) {
        this.http = http;
        this.query = query;
        this.listener = listener;
        this.last = query.after();
        this.thread = new Thread(this::run, "quant-prices-" + query.source());
        thread.setDaemon(true);
    }

    static PriceWatch start(Http http, LiveQuery query, Consumer<LiveEvent> listener) {
        PriceWatch watch = new PriceWatch(http, query, listener);
        Connection first = watch.connect();
        watch.opened = first;
        watch.thread.start();
        return watch;
    }

    /** A socket, and what came over it; an empty event is its end. */
    private record Connection(WebSocket socket, BlockingQueue<Optional<JobEvent>> received) {}

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    /** The request is one that the server does not take, now or later. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!closed) {
                String trouble;
                long before = last;
                try {
                    Connection connection = opened == null ? connect() : opened;
                    opened = null;
                    trouble = listen(connection);
                } catch (Refused e) {
                    listener.accept(LiveEvent.state(last, Type.DOWN, String.valueOf(e.getMessage()), 0));
                    return;
                } catch (QuantException e) {
                    trouble = String.valueOf(e.getMessage());
                }
                if (closed) {
                    return;
                }
                pause = last > before ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                listener.accept(LiveEvent.state(last, Type.DOWN, trouble, pause.toSeconds()));
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Connection connect() {
        BlockingQueue<Optional<JobEvent>> received = new LinkedBlockingQueue<>();
        String path = Query.of("/ws/data-stream")
                .with("source", query.source())
                .with("market", query.market().name())
                .with("tickers", String.join(",", query.tickers()))
                .with("after", last)
                .toString();
        try {
            return new Connection(
                    http.connect(path, new EventSocket(received::add)).join(), received);
        } catch (CompletionException e) {
            throw refusal(e.getCause());
        }
    }

    private static QuantException refusal(@Nullable Throwable cause) {
        if (cause instanceof WebSocketHandshakeException handshake) {
            int status = handshake.getResponse().statusCode();
            ErrorCode code = status == BAD_REQUEST ? ErrorCode.INVALID_REQUEST : ErrorCode.UNAVAILABLE;
            return QuantException.of(code, "the server refused the stream with status " + status);
        }
        return QuantException.of(ErrorCode.UNAVAILABLE, "the server cannot be reached");
    }

    /** Returns why it ended. */
    private String listen(Connection connection) throws InterruptedException, Refused {
        try {
            while (!closed) {
                Optional<JobEvent> next = connection.received().poll(SILENCE_SECONDS, TimeUnit.SECONDS);
                if (next == null ? !EventSocket.alive(connection.socket(), SILENCE_SECONDS) : next.isEmpty()) {
                    return "the connection to the server was lost";
                }
                if (next != null && next.get().type().equals("error")) {
                    String detail = String.valueOf(next.get().values().get("detail"));
                    if (!answered) {
                        throw new Refused(detail);
                    }
                    return detail;
                }
                answered |= next != null;
                if (next != null) {
                    deliver(next.get());
                }
            }
            return "";
        } finally {
            connection.socket().abort();
        }
    }

    private void deliver(JobEvent event) {
        // of a slow reader's ticks an earlier one may come after a later one of another ticker
        last = Math.max(last, event.seq());
        read(event).ifPresent(listener);
    }

    private static Optional<LiveEvent> read(JobEvent event) {
        Map<String, Object> values = event.values();
        Optional<Type> type = Arrays.stream(Type.values())
                .filter(each -> each.name().equalsIgnoreCase(event.type()))
                .findFirst();
        String detail = String.valueOf(values.getOrDefault("detail", ""));
        if (type.isPresent() && type.get() == Type.REFUSED) {
            return Optional.of(LiveEvent.refused(event.seq(), String.valueOf(values.get("ticker")), detail));
        }
        if (type.isPresent() && type.get() != Type.TICK) {
            long retry = values.get("retry_seconds") instanceof Number seconds ? seconds.longValue() : 0;
            return Optional.of(LiveEvent.state(event.seq(), type.get(), detail, retry));
        }
        return type.isEmpty() ? Optional.empty() : tick(values).map(tick -> LiveEvent.of(event.seq(), tick));
    }

    private static Optional<LiveTick> tick(Map<String, Object> values) {
        Optional<Market> market = Market.find(String.valueOf(values.get("market")));
        try {
            Instant time = Instant.parse(String.valueOf(values.get("time")));
            return market.map(of -> new LiveTick(
                    of,
                    String.valueOf(values.get("ticker")),
                    time,
                    number(values, "price"),
                    number(values, "size"),
                    number(values, "bid"),
                    number(values, "ask"),
                    values.get("dropped") instanceof Number count ? count.longValue() : 0));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static double number(Map<String, Object> values, String name) {
        return values.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static Duration shorter(Duration one, Duration two) {
        return one.compareTo(two) < 0 ? one : two;
    }
}
