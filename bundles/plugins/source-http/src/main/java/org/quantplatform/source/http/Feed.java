package org.quantplatform.source.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.spi.data.TickSink;
import org.quantplatform.spi.data.TickSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket to a provider, kept up by a thread of its own: connects, talks, and connects again with growing pauses when
 * the connection ends. All calls of the sink and of the dialogue are made by that thread.
 */
public final class Feed implements TickSource.Stream {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int LONGEST_MESSAGE = 4 * 1024 * 1024;
    private static final int WAITING = 10_000;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Line line;
    private final Function<List<String>, Dialogue> dialogues;
    private final TickSink sink;
    private final boolean changes;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();
    private final Thread thread;
    private volatile List<String> tickers;
    private volatile @Nullable Talk current;
    private volatile boolean closed;

    /**
     * Where the provider is.
     *
     * @param provider for messages
     * @param secret never shown
     * @param pause before the second connection; doubles with each further one that brings nothing
     */
    public record Line(String provider, URI address, Secret secret, Duration pause) {}

    /** Something that happened on the connection: a message, or its end when {@code text} is null. */
    private record Happening(@Nullable String text, String end) {}

    /** Wakes the thread: other tickers are wanted. */
    private static final Happening CHANGED = new Happening(null, "other tickers");

    private Feed(Line line, List<String> tickers, Function<List<String>, Dialogue> dialogues, TickSink sink) {
        this.line = line;
        this.tickers = List.copyOf(tickers);
        this.changes = !tickers.isEmpty();
        this.dialogues = dialogues;
        this.sink = sink;
        this.thread = new Thread(this::run, line.provider() + "-feed");
        thread.setDaemon(true);
    }

    /**
     * A feed whose tickers stay what they are.
     *
     * @param dialogues one for each connection
     */
    public static Feed open(Line line, Supplier<Dialogue> dialogues, TickSink sink) {
        return started(new Feed(line, List.of(), none -> dialogues.get(), sink));
    }

    /**
     * A feed whose tickers may change.
     *
     * @param tickers at least one
     * @param dialogues one for each connection, about the tickers that are wanted when it begins
     */
    public static Feed open(
            Line line, List<String> tickers, Function<List<String>, Dialogue> dialogues, TickSink sink) {
        return started(new Feed(line, tickers, dialogues, sink));
    }

    private static Feed started(Feed feed) {
        feed.thread.start();
        return feed;
    }

    @Override
    public boolean change(List<String> wanted) {
        if (!changes) {
            return false;
        }
        synchronized (this) {
            tickers = List.copyOf(wanted);
        }
        Talk talk = current;
        if (talk != null) {
            talk.happenings.offer(CHANGED);
        }
        return true;
    }

    /** May be called by the sink itself. */
    @Override
    public void close() {
        closed = true;
        if (Thread.currentThread() == thread) {
            return;
        }
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isOver() {
        return !thread.isAlive();
    }

    private void run() {
        Duration pause = line.pause();
        while (!closed) {
            boolean heard = false;
            String trouble;
            try {
                Talk talk = new Talk(tickers);
                current = talk;
                trouble = talk.go();
                heard = talk.heard;
            } catch (FeedRefused e) {
                if (e.forGood()) {
                    end(told(String.valueOf(e.getMessage())));
                    return;
                }
                trouble = String.valueOf(e.getMessage());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("{}: the stream ends: {}", line.provider(), told(e.toString()));
                end("an unexpected error");
                return;
            }
            if (closed) {
                return;
            }
            sink.interrupted(told(trouble));
            pause = heard ? line.pause() : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static Duration shorter(Duration one, Duration two) {
        return one.compareTo(two) < 0 ? one : two;
    }

    private void end(String reason) {
        if (!closed) {
            sink.ended(reason);
        }
    }

    private String told(String message) {
        return line.secret().hiddenIn(message);
    }

    /** One connection, from its start to its end. */
    private final class Talk implements WebSocket.Listener {

        private final Dialogue dialogue;
        private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>(WAITING);
        private final StringBuilder message = new StringBuilder();
        private boolean heard;
        private long beatAt;
        private long pingAt;
        private volatile long heardAt;
        private List<String> asked;

        Talk(List<String> asked) {
            this.asked = asked;
            this.dialogue = dialogues.apply(asked);
        }

        /** Returns why the connection ended. */
        String go() throws InterruptedException, FeedRefused {
            dialogue.prepare();
            WebSocket socket;
            try {
                socket = client.newWebSocketBuilder()
                        .connectTimeout(CONNECT_WITHIN)
                        .buildAsync(line.address(), this)
                        .get(CONNECT_WITHIN.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                return "no connection to " + line.address().getHost();
            }
            try {
                return talk(socket);
            } catch (ExecutionException | TimeoutException e) {
                return "the connection is lost";
            } finally {
                socket.abort();
            }
        }

        private String talk(WebSocket socket)
                throws InterruptedException, FeedRefused, ExecutionException, TimeoutException {
            heardAt = System.nanoTime();
            say(socket, dialogue.hello());
            beatAt = System.nanoTime() + dialogue.heartbeatEvery().toNanos();
            pingAt = System.nanoTime() + dialogue.pingEvery().toNanos();
            while (true) {
                Happening next = happenings.poll(untilSomethingIsDue(), TimeUnit.NANOSECONDS);
                if (closed) {
                    throw new InterruptedException();
                }
                sayWhatChanged(socket);
                if (next == CHANGED) {
                    continue;
                }
                if (next != null && next.text() == null) {
                    return next.end();
                }
                if (next != null) {
                    say(socket, answers(next.text()));
                } else if (isSilent()) {
                    return "nothing is heard any more";
                }
                sayWhatIsDue(socket);
            }
        }

        private long untilSomethingIsDue() {
            long now = System.nanoTime();
            long silent = heardAt + dialogue.longestSilence().toNanos() - now;
            long ping = pings() ? pingAt - now : silent;
            return Math.max(0, Math.min(beatAt - now, Math.min(ping, silent)));
        }

        private boolean pings() {
            return !dialogue.pingEvery().isZero();
        }

        private void sayWhatChanged(WebSocket socket)
                throws InterruptedException, ExecutionException, TimeoutException {
            List<String> wanted = tickers;
            if (wanted != asked) {
                asked = wanted;
                say(socket, dialogue.change(wanted));
            }
        }

        /** Also between two messages: a stream that never pauses would otherwise never be asked whether it lives. */
        private void sayWhatIsDue(WebSocket socket) throws InterruptedException, ExecutionException, TimeoutException {
            if (beatAt - System.nanoTime() <= 0) {
                say(socket, dialogue.heartbeat());
                beatAt = System.nanoTime() + dialogue.heartbeatEvery().toNanos();
            }
            if (pings() && pingAt - System.nanoTime() <= 0) {
                await(socket.sendPing(ByteBuffer.allocate(0)));
                pingAt = System.nanoTime() + dialogue.pingEvery().toNanos();
            }
        }

        /** A connection may end without a word, and without a word of that. */
        private boolean isSilent() {
            return System.nanoTime() - heardAt >= dialogue.longestSilence().toNanos();
        }

        private List<String> answers(String text) throws FeedRefused {
            try {
                List<String> answers = dialogue.answer(text);
                heard = true;
                return answers;
            } catch (TickerRefused e) {
                heard = true;
                drop(e.ticker());
                sink.refused(e.ticker(), told(String.valueOf(e.getMessage())));
                return List.of();
            } catch (UnreadableAnswer e) {
                LOG.debug("{}: a message is left out: {}", line.provider(), told(String.valueOf(e.getMessage())));
                return List.of();
            }
        }

        /** The next connection does not ask for it either. */
        private void drop(String ticker) {
            synchronized (Feed.this) {
                boolean unchanged = asked == tickers;
                tickers =
                        tickers.stream().filter(other -> !other.equals(ticker)).toList();
                asked = unchanged ? tickers : asked;
            }
        }

        private void say(WebSocket socket, List<String> messages)
                throws InterruptedException, ExecutionException, TimeoutException {
            for (String text : messages) {
                await(socket.sendText(text, true));
            }
        }

        private static void await(CompletableFuture<WebSocket> sent)
                throws InterruptedException, ExecutionException, TimeoutException {
            sent.get(CONNECT_WITHIN.toSeconds(), TimeUnit.SECONDS);
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer content) {
            heardAt = System.nanoTime();
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            heardAt = System.nanoTime();
            if (message.length() + part.length() > LONGEST_MESSAGE) {
                happenings.offer(new Happening(null, "a message is longer than " + LONGEST_MESSAGE + " characters"));
                return null;
            }
            message.append(part);
            if (last) {
                if (!happenings.offer(new Happening(message.toString(), ""))) {
                    happenings.clear();
                    happenings.offer(new Happening(null, "more messages than could be taken"));
                    return null;
                }
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            happenings.offer(new Happening(null, "the provider closed the connection, status " + status));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            happenings.offer(new Happening(null, "the connection is lost"));
        }
    }
}
