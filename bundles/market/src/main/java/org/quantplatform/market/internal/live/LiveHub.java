package org.quantplatform.market.internal.live;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LivePrices.Watch;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.api.data.LiveStream;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows the one stream of each source and market, makes it when somebody watches and ends it when nobody does. Each source
 * has a thread of its own for that, so that one that does not return keeps nobody else waiting.
 */
final class LiveHub implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
    private static final int LONGEST_TICKER = 32;

    private final TickSources sources;
    private final Limits limits;
    private final Timing timing;
    private final Map<String, Upstream> streams = new ConcurrentHashMap<>();
    private final Map<String, ScheduledExecutorService> workers = new HashMap<>();
    private boolean closed;

    /** Numbers of events go on growing over restarts, so that a watcher may come back after one. */
    private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis() * 1000);

    /** How much may be watched: tickers by one subscription, subscriptions of one user. */
    record Limits(int tickers, int watches) {}

    /**
     * How long is waited.
     *
     * @param gather before a stream is made anew for further tickers, so that several watchers share that
     * @param linger before a stream ends that nobody watches
     * @param pause before a source that is down is asked again; doubles each time up to a minute
     * @param look between two looks at whether sources are still there
     */
    record Timing(Duration gather, Duration linger, Duration pause, Duration look) {

        static final Timing USUAL =
                new Timing(Duration.ofMillis(100), Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    LiveHub(PluginRegistry plugins, Limits limits, Timing timing) {
        this.sources = new TickSources(plugins);
        this.limits = limits;
        this.timing = timing;
    }

    List<LiveStream> streams() {
        return streams.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().told())
                .toList();
    }

    Watch watch(long user, LiveQuery query, Consumer<LiveEvent> listener) {
        check(query);
        sources.check(query);
        Watcher watcher = new Watcher(user, query, listener);
        String name = query.source() + ":" + query.market();
        synchronized (streams) {
            checkRoom(user);
            checkFits(query, streams.get(name));
            Upstream stream = streams.computeIfAbsent(name, missing -> new Upstream(query, sources, this));
            stream.add(watcher);
            later(query.source(), stream::settle, timing.gather());
        }
        return () -> leave(query.source(), name, watcher);
    }

    Timing timing() {
        return timing;
    }

    long nextNumber() {
        return sequence.incrementAndGet();
    }

    /** Runs the work of a source after a while, one after the other; nothing runs any more once the hub is closed. */
    void later(String source, Runnable work, Duration pause) {
        synchronized (workers) {
            if (!closed) {
                workers.computeIfAbsent(source, this::worker)
                        .schedule(() -> quietly(work), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private ScheduledExecutorService worker(String source) {
        ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Daemon.threads("live-" + source));
        long look = timing.look().toMillis();
        worker.scheduleWithFixedDelay(() -> quietly(() -> look(source)), look, look, TimeUnit.MILLISECONDS);
        return worker;
    }

    @Override
    public void close() {
        synchronized (workers) {
            closed = true;
            workers.values().forEach(ScheduledExecutorService::shutdownNow);
        }
        streams.values().forEach(Upstream::close);
        streams.clear();
    }

    private void check(LiveQuery query) {
        if (query.tickers().isEmpty() || query.tickers().size() > limits.tickers()) {
            throw QuantException.invalid("tickers", "must be 1 to " + limits.tickers());
        }
        for (String ticker : query.tickers()) {
            if (ticker.isBlank()
                    || ticker.length() > LONGEST_TICKER
                    || ticker.chars().anyMatch(Character::isISOControl)) {
                throw QuantException.invalid("tickers", "must have 1 to " + LONGEST_TICKER + " characters each");
            }
        }
    }

    private void checkRoom(long user) {
        long mine = streams.values().stream()
                .map(Upstream::watchers)
                .flatMap(Collection::stream)
                .filter(watcher -> watcher.user() == user)
                .count();
        if (mine >= limits.watches()) {
            throw QuantException.of(
                    ErrorCode.QUOTA_EXCEEDED,
                    "there are " + mine + " subscriptions of this user, and no more are allowed");
        }
    }

    /** One too many would end the stream for all who watch it. */
    private void checkFits(LiveQuery query, @Nullable Upstream stream) {
        Set<String> together = stream == null ? new TreeSet<>() : stream.wanted();
        int watched = together.size();
        together.addAll(query.tickers());
        int most = sources.mostTickers(query.source());
        if (together.size() > most) {
            throw QuantException.of(
                    ErrorCode.QUOTA_EXCEEDED,
                    "source '" + query.source() + "' streams " + most + " tickers at most: " + watched
                            + " are watched by now, and " + (together.size() - watched) + " more do not fit");
        }
    }

    private void leave(String source, String name, Watcher watcher) {
        Upstream stream = streams.get(name);
        if (stream != null) {
            stream.remove(watcher);
            later(source, () -> endIfUnwatched(name), timing.linger());
        }
    }

    private void endIfUnwatched(String name) {
        Upstream unwatched;
        synchronized (streams) {
            Upstream stream = streams.get(name);
            unwatched = stream != null && stream.watchers().isEmpty() ? streams.remove(name) : null;
        }
        if (unwatched != null) {
            unwatched.close();
        }
    }

    private void look(String source) {
        streams.values().stream().filter(stream -> stream.isOf(source)).forEach(Upstream::look);
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Live prices: {}", e.toString(), e);
        }
    }
}
